# cohorte_coverage: line and branch counts, for gcov and gcovr.

option(COHORTE_COVERAGE "Count the lines that tests reach" OFF)

add_library(cohorte_coverage INTERFACE)
if(COHORTE_COVERAGE)
    target_compile_options(cohorte_coverage INTERFACE --coverage)
    target_link_options(cohorte_coverage INTERFACE --coverage)
endif()
