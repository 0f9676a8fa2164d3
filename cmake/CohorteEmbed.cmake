# cohorte_embed(<target> [<folder>/]<name> <file>...)
#
# Makes <name>.c in the build folder and adds it to the target: the files as bytes, so that the
# program needs no folder of its own at run time. <folder>/<name>.h, in the source tree, declares
#   const CoEmbedded co_<name>[]; const int co_n_<name>;

function(cohorte_embed target path_and_name)
    get_filename_component(name "${path_and_name}" NAME)
    set(arrays "")
    set(rows "")
    set(index 0)
    foreach(path IN LISTS ARGN)
        set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${path}")
        get_filename_component(base "${path}" NAME)
        file(READ "${path}" hex HEX)
        string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1," bytes "${hex}")
        string(APPEND arrays "static const unsigned char file_${index}[] = {${bytes}0};\n")
        string(
            APPEND rows
            "    {\"${base}\", file_${index}, sizeof file_${index} - 1},\n"
        )
        math(EXPR index "${index} + 1")
    endforeach()
    set(source "${CMAKE_CURRENT_BINARY_DIR}/${name}.c")
    file(
        CONFIGURE
        OUTPUT "${source}"
        CONTENT
            "#include \"${path_and_name}.h\"\n\n@arrays@\nconst CoEmbedded co_${name}[] = {\n@rows@};\nconst int co_n_${name} = ${index};\n"
        @ONLY
    )
    target_sources(${target} PRIVATE "${source}")
    target_include_directories(${target} PRIVATE "${CMAKE_CURRENT_SOURCE_DIR}")
endfunction()
