# cohorte_sanitizers: run-time checkers, named as -fsanitize= wants them.

set(COHORTE_SANITIZERS
    ""
    CACHE STRING "Argument of -fsanitize=, for example address,undefined; empty for none"
)

add_library(cohorte_sanitizers INTERFACE)
if(COHORTE_SANITIZERS)
    # A finding must fail the test that met it, so nothing is allowed to recover.
    set(flags "-fsanitize=${COHORTE_SANITIZERS}" -fno-sanitize-recover=all)
    target_compile_options(cohorte_sanitizers INTERFACE ${flags} -fno-omit-frame-pointer)
    target_link_options(cohorte_sanitizers INTERFACE ${flags})
endif()
