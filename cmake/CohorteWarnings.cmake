# cohorte_warnings: the warnings every one of our own C files is compiled with.
# Only flags that GCC and Clang both know: clang-tidy reads the commands made for GCC.

option(COHORTE_WARNINGS_AS_ERRORS "Stop at the first warning" OFF)

add_library(cohorte_warnings INTERFACE)
target_compile_options(
    cohorte_warnings
    INTERFACE
        -Wall
        -Wextra
        -Wshadow
        -Wconversion
        -Wformat=2
        -Wstrict-prototypes
        -Wmissing-prototypes
        -Wold-style-definition
        -Wpointer-arith
        -Wwrite-strings
        -Wundef
        -Wvla
        $<$<BOOL:${COHORTE_WARNINGS_AS_ERRORS}>:-Werror>
)
