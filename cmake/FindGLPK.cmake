# Finds GLPK, which ships no pkg-config file on Debian. Defines the imported target GLPK::GLPK.

find_path(GLPK_INCLUDE_DIR glpk.h PATH_SUFFIXES glpk)
find_library(GLPK_LIBRARY glpk)

if(GLPK_INCLUDE_DIR)
    file(STRINGS "${GLPK_INCLUDE_DIR}/glpk.h" glpk_version_lines
         REGEX "^#define[ \t]+GLP_M(AJOR|INOR)_VERSION[ \t]+[0-9]+"
    )
    string(REGEX REPLACE "[^0-9;]" "" GLPK_VERSION "${glpk_version_lines}")
    string(REPLACE ";" "." GLPK_VERSION "${GLPK_VERSION}")
endif()

include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(
    GLPK
    REQUIRED_VARS GLPK_LIBRARY GLPK_INCLUDE_DIR
    VERSION_VAR GLPK_VERSION
)

if(GLPK_FOUND AND NOT TARGET GLPK::GLPK)
    add_library(GLPK::GLPK UNKNOWN IMPORTED)
    set_target_properties(
        GLPK::GLPK
        PROPERTIES IMPORTED_LOCATION "${GLPK_LIBRARY}"
                   INTERFACE_INCLUDE_DIRECTORIES "${GLPK_INCLUDE_DIR}"
                   INTERFACE_LINK_LIBRARIES m
    )
endif()

mark_as_advanced(GLPK_INCLUDE_DIR GLPK_LIBRARY)
