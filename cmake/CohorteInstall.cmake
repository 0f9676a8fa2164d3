# What a packager gets. The program itself is installed by planner/front.

install(
    FILES "${PROJECT_SOURCE_DIR}/docs/cohorte.1"
    DESTINATION "${CMAKE_INSTALL_MANDIR}/man1"
    OPTIONAL
)
install(
    FILES "${PROJECT_SOURCE_DIR}/planner/front/completion.bash"
    DESTINATION "${CMAKE_INSTALL_DATADIR}/bash-completion/completions"
    RENAME cohorte
    OPTIONAL
)
install(FILES "${PROJECT_SOURCE_DIR}/LICENSE" DESTINATION "${CMAKE_INSTALL_DOCDIR}")
install(DIRECTORY "${PROJECT_SOURCE_DIR}/modeles" DESTINATION "${CMAKE_INSTALL_DATADIR}/cohorte")
