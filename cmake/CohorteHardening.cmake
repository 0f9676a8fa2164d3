# cohorte_hardening: flags that make a memory fault stop the program. Each one is probed,
# because not every compiler and processor knows all of them.

include(CheckCCompilerFlag)
include(CheckLinkerFlag)
include(CheckPIESupported)

check_pie_supported(LANGUAGES C)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)

add_library(cohorte_hardening INTERFACE)

# The same plan on every machine: no fused multiply-add where the source has two roundings.
target_compile_options(cohorte_hardening INTERFACE -ffp-contract=off)

function(cohorte_harden_compile flag)
    string(MAKE_C_IDENTIFIER "COHORTE_HAS${flag}" has)
    check_c_compiler_flag("${flag}" ${has})
    if(${has})
        target_compile_options(cohorte_hardening INTERFACE "${flag}")
    endif()
endfunction()

function(cohorte_harden_link flag)
    string(MAKE_C_IDENTIFIER "COHORTE_LINKS${flag}" has)
    check_linker_flag(C "${flag}" ${has})
    if(${has})
        target_link_options(cohorte_hardening INTERFACE "${flag}")
    endif()
endfunction()

cohorte_harden_compile(-fstack-protector-strong)
cohorte_harden_compile(-fstack-clash-protection)
cohorte_harden_compile(-fcf-protection)
cohorte_harden_link(-Wl,-z,relro)
cohorte_harden_link(-Wl,-z,now)
cohorte_harden_link(-Wl,-z,noexecstack)

# Fortified functions need optimisation, and would hide faults from the sanitizers.
if(NOT COHORTE_SANITIZERS)
    target_compile_definitions(
        cohorte_hardening INTERFACE $<$<CONFIG:Release,RelWithDebInfo>:_FORTIFY_SOURCE=2>
    )
endif()
