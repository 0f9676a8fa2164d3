# cohorte_add_library(<name> SOURCES <file>... [LIBS <target>...] [PRIVATE_LIBS <target>...])
#
# One static library for one folder of the product.
#   SOURCES       every .c and private .h of the folder, named one by one
#   LIBS          libraries of ours that this one stands on (see the arrows in tests/style)
#   PRIVATE_LIBS  outside libraries; this folder is their only user
# cohorte_compile_privately(<target>) gives a target our standard, warnings and run-time checks.

function(cohorte_compile_privately target)
    # POSIX with the XSI part; strict C17 alone would hide fsync() and its like.
    target_compile_definitions(${target} PRIVATE _XOPEN_SOURCE=700)
    target_link_libraries(
        ${target}
        PRIVATE cohorte_warnings cohorte_sanitizers cohorte_hardening cohorte_coverage
    )
endfunction()

function(cohorte_add_library name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;LIBS;PRIVATE_LIBS")
    if(arg_UNPARSED_ARGUMENTS)
        message(FATAL_ERROR "cohorte_add_library(${name}): ${arg_UNPARSED_ARGUMENTS}?")
    endif()
    add_library(${name} STATIC ${arg_SOURCES})
    cohorte_compile_privately(${name})
    # A folder with sub-folders names its headers from the root of the tree.
    target_include_directories(${name} PRIVATE "${PROJECT_SOURCE_DIR}")
    target_link_libraries(
        ${name}
        PUBLIC cohorte_include ${arg_LIBS}
        PRIVATE ${arg_PRIVATE_LIBS}
    )
endfunction()
