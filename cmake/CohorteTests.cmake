# Tests and fuzzers.
#
# cohorte_add_test(NAME <folder>/<name> SOURCES <file>... [LIBS <target>...] [TIMEOUT <s>])
#     One test program, known to ctest as NAME and labelled with <folder>.
#     Exit status 77 (what g_test_run() answers when every case was skipped) counts as skipped.
#
# cohorte_add_script_test(NAME <folder>/<name> COMMAND <program> <argument>... [TIMEOUT <s>])
#     The same for a script or any command.
#
# cohorte_add_fuzzer(NAME <name> SOURCES <file>... CORPUS <directory> [LIBS <target>...])
#     SOURCES define LLVMFuzzerTestOneInput(). With the preset "fuzz" this makes a libFuzzer
#     program; with any other, a program that replays every file of CORPUS. Both are run on
#     CORPUS by ctest, as fuzz/<name>.
#
# Environment of a test: COHORTE_SOURCE_DIR (the checkout), COHORTE_SHARED (the folder of real
# cases, which may be absent), COHORTE_PROGRAM (the built program).

option(COHORTE_LIBFUZZER "Build fuzzers against libFuzzer (needs clang)" OFF)
set(COHORTE_SHARED
    "${PROJECT_SOURCE_DIR}/../shared"
    CACHE PATH "Folder of real cases that some tests read; they are skipped without it"
)

function(cohorte_describe_test name timeout)
    get_filename_component(label "${name}" DIRECTORY)
    if(NOT timeout)
        set(timeout 300)
    endif()
    set(environment
        "G_SLICE=always-malloc"
        "G_DEBUG=fatal-warnings"
        "ASAN_OPTIONS=detect_stack_use_after_return=1:strict_string_checks=1"
        "UBSAN_OPTIONS=print_stacktrace=1"
        "LSAN_OPTIONS=suppressions=${PROJECT_SOURCE_DIR}/tests/support/leaks.supp:print_suppressions=0"
        "COHORTE_SOURCE_DIR=${PROJECT_SOURCE_DIR}"
        "COHORTE_SHARED=${COHORTE_SHARED}"
    )
    if(NOT COHORTE_SANITIZERS)
        # Fresh memory is never zero by luck; the sanitizers have their own way.
        list(APPEND environment "MALLOC_PERTURB_=165")
    endif()
    if(TARGET cohorte)
        list(APPEND environment "COHORTE_PROGRAM=$<TARGET_FILE:cohorte>")
    endif()
    set_tests_properties(
        "${name}"
        PROPERTIES ENVIRONMENT "${environment}"
                   LABELS "${label}"
                   SKIP_RETURN_CODE 77
                   TIMEOUT "${timeout}"
    )
endfunction()

function(cohorte_add_test)
    cmake_parse_arguments(PARSE_ARGV 0 arg "" "NAME;TIMEOUT" "SOURCES;LIBS")
    if(arg_UNPARSED_ARGUMENTS OR NOT arg_NAME MATCHES "/" OR NOT arg_SOURCES)
        message(FATAL_ERROR "cohorte_add_test(NAME <folder>/<name> SOURCES ...): ${ARGV}")
    endif()
    string(REPLACE "/" "_" target "test_${arg_NAME}")
    add_executable(${target} ${arg_SOURCES})
    cohorte_compile_privately(${target})
    target_include_directories(${target} PRIVATE "${PROJECT_SOURCE_DIR}")
    target_link_libraries(${target} PRIVATE cohorte_include ${arg_LIBS})
    add_test(NAME "${arg_NAME}" COMMAND ${target})
    cohorte_describe_test("${arg_NAME}" "${arg_TIMEOUT}")
endfunction()

function(cohorte_add_script_test)
    cmake_parse_arguments(PARSE_ARGV 0 arg "" "NAME;TIMEOUT" "COMMAND")
    if(arg_UNPARSED_ARGUMENTS OR NOT arg_NAME MATCHES "/" OR NOT arg_COMMAND)
        message(FATAL_ERROR "cohorte_add_script_test(NAME <folder>/<name> COMMAND ...): ${ARGV}")
    endif()
    add_test(NAME "${arg_NAME}" COMMAND ${arg_COMMAND})
    cohorte_describe_test("${arg_NAME}" "${arg_TIMEOUT}")
endfunction()

function(cohorte_add_fuzzer)
    cmake_parse_arguments(PARSE_ARGV 0 arg "" "NAME;CORPUS;TIMEOUT" "SOURCES;LIBS")
    if(arg_UNPARSED_ARGUMENTS OR NOT arg_NAME OR NOT arg_SOURCES OR NOT arg_CORPUS)
        message(FATAL_ERROR "cohorte_add_fuzzer(NAME <name> SOURCES ... CORPUS ...): ${ARGV}")
    endif()
    cmake_path(ABSOLUTE_PATH arg_CORPUS BASE_DIRECTORY "${CMAKE_CURRENT_SOURCE_DIR}" NORMALIZE)
    set(target "fuzz_${arg_NAME}")
    add_executable(${target} ${arg_SOURCES})
    cohorte_compile_privately(${target})
    target_include_directories(${target} PRIVATE "${PROJECT_SOURCE_DIR}")
    target_link_libraries(${target} PRIVATE cohorte_include ${arg_LIBS})
    if(COHORTE_LIBFUZZER)
        target_link_options(${target} PRIVATE -fsanitize=fuzzer)
        add_test(NAME "fuzz/${arg_NAME}" COMMAND ${target} -runs=0 "${arg_CORPUS}")
    else()
        target_sources(${target} PRIVATE "${PROJECT_SOURCE_DIR}/tests/fuzz/replay_main.c")
        add_test(NAME "fuzz/${arg_NAME}" COMMAND ${target} "${arg_CORPUS}")
    endif()
    cohorte_describe_test("fuzz/${arg_NAME}" "${arg_TIMEOUT}")
endfunction()
