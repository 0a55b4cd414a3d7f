# What a package has beside the program itself, and what CPack makes of it: a .deb, a disk image on macOS, an
# installer on Windows. packaging/README.md says what was tried.

set(LECTERN_HOMEPAGE
    ""
    CACHE STRING "Where this source tree can be read on the web; software centres then show its pictures")
set(LECTERN_PICTURES
    ""
    CACHE STRING "Where the files of resources/screenshots lie on the web; else at that path below LECTERN_HOMEPAGE")

set(documentation ${CMAKE_INSTALL_DOCDIR})
if(UNIX AND NOT APPLE)
    set(documentation ${CMAKE_INSTALL_DATADIR}/doc/lectern)
    install(FILES packaging/org.lectern.Lectern.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
    # Named as the desktop entry is: of others Flatpak shows the desktop nothing.
    set(icon org.lectern.Lectern)
    install(FILES resources/icons/lectern.svg
            DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps RENAME ${icon}.svg)
    foreach(size 16 22 24 32 48 64 128 256 512)
        install(FILES resources/icons/lectern-${size}.png
                DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/${size}x${size}/apps RENAME ${icon}.png)
    endforeach()
    install(FILES packaging/lectern.bash
            DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions RENAME lectern)

    # Without an address there are no pictures to name: one that leads nowhere would be a lie.
    file(READ packaging/org.lectern.Lectern.metainfo.xml.in metainfo)
    if(NOT LECTERN_HOMEPAGE)
        string(REGEX REPLACE " *<url type=\"homepage\">.*</screenshots>\n" "" metainfo "${metainfo}")
    endif()
    if(NOT LECTERN_PICTURES)
        set(LECTERN_PICTURES "${LECTERN_HOMEPAGE}/resources/screenshots")
    endif()
    string(CONFIGURE "${metainfo}" metainfo @ONLY)
    file(CONFIGURE OUTPUT org.lectern.Lectern.metainfo.xml CONTENT "${metainfo}" @ONLY)
    install(FILES ${CMAKE_CURRENT_BINARY_DIR}/org.lectern.Lectern.metainfo.xml
            DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo)

    install(FILES packaging/lintian-overrides DESTINATION ${CMAKE_INSTALL_DATADIR}/lintian/overrides RENAME lectern)

    # D-Bus wants the program's full path, and only the installation knows it.
    if(TARGET Qt6::DBus)
        set(service org.lectern.Lectern.service)
        install(CODE "set(program \"\${CMAKE_INSTALL_PREFIX}/${CMAKE_INSTALL_BINDIR}/lectern\")
            configure_file(\"${CMAKE_CURRENT_SOURCE_DIR}/packaging/${service}.in\"
                           \"${CMAKE_CURRENT_BINARY_DIR}/${service}\" @ONLY)")
        install(FILES ${CMAKE_CURRENT_BINARY_DIR}/${service} DESTINATION ${CMAKE_INSTALL_DATADIR}/dbus-1/services)
    endif()

    # Compressed as Debian wants it: without a time, so that two builds are alike.
    find_program(GZIP gzip REQUIRED)
    foreach(text lectern.1 changelog)
        add_custom_command(
            OUTPUT ${CMAKE_CURRENT_BINARY_DIR}/${text}.gz
            COMMAND ${GZIP} -9n --stdout ${CMAKE_CURRENT_SOURCE_DIR}/packaging/${text} >
                    ${CMAKE_CURRENT_BINARY_DIR}/${text}.gz
            DEPENDS packaging/${text}
            VERBATIM)
        list(APPEND compressed ${CMAKE_CURRENT_BINARY_DIR}/${text}.gz)
    endforeach()
    add_custom_target(compressed_texts ALL DEPENDS ${compressed})
    install(FILES ${CMAKE_CURRENT_BINARY_DIR}/lectern.1.gz DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
    install(FILES ${CMAKE_CURRENT_BINARY_DIR}/changelog.gz DESTINATION ${documentation})
endif()
install(FILES packaging/copyright DESTINATION ${documentation})

set(CPACK_PACKAGE_NAME lectern)
set(CPACK_PACKAGE_VENDOR "The Lectern authors")
set(CPACK_PACKAGE_CONTACT
    "Lectern developers <noreply@lectern.invalid>"
    CACHE STRING "Who answers for the package: a name and an address")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "reader for folders of saved articles")
set(CPACK_PACKAGE_DESCRIPTION
    "Lectern opens a folder of articles as Hexo, Jekyll and Hugo keep them, or as
programs that collect feeds leave them behind, and shows its categories, its
list of articles and one article at a time, in Chinese as in English.

It imports nothing and never writes into the folder. It runs nothing of what
strangers wrote, fetches pictures itself and keeps them, and remembers what was
read even where the folder is written anew.")
set(CPACK_RESOURCE_FILE_LICENSE ${CMAKE_CURRENT_SOURCE_DIR}/LICENSE)
set(CPACK_STRIP_FILES ON)
set(CPACK_VERBATIM_VARIABLES ON)
if(APPLE)
    set(CPACK_GENERATOR DragNDrop)
elseif(WIN32)
    set(CPACK_GENERATOR NSIS)
else()
    set(CPACK_GENERATOR DEB)
endif()

set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION web)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# What is loaded while it runs, which no linker sees: the database, the icons, WebP, the words of Qt's buttons.
set(CPACK_DEBIAN_PACKAGE_DEPENDS "libqt6sql6-sqlite, libqt6svg6, qt6-image-formats-plugins, qt6-translations-l10n")
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS
    "ca-certificates, fonts-noto-cjk, libgl1-mesa-dri, qt6-wayland, xdg-utils")

set(CPACK_PACKAGE_INSTALL_DIRECTORY Lectern)
set(CPACK_NSIS_DISPLAY_NAME Lectern)
set(CPACK_NSIS_MUI_ICON ${CMAKE_CURRENT_SOURCE_DIR}/resources/icons/lectern.ico)
set(CPACK_NSIS_MUI_UNIICON ${CPACK_NSIS_MUI_ICON})
set(CPACK_NSIS_INSTALLED_ICON_NAME [[bin\lectern.exe]])
set(CPACK_NSIS_ENABLE_UNINSTALL_BEFORE_INSTALL ON)
set(CPACK_NSIS_URL_INFO_ABOUT "${LECTERN_HOMEPAGE}")
# “Open with” for Markdown, beside whatever opens it now, and in the menu of every folder.
set(CPACK_NSIS_EXTRA_INSTALL_COMMANDS [[
  WriteRegStr SHCTX "Software\Classes\Lectern.Markdown" "" "Markdown"
  WriteRegStr SHCTX "Software\Classes\Lectern.Markdown\DefaultIcon" "" "$INSTDIR\bin\lectern.exe,0"
  WriteRegStr SHCTX "Software\Classes\Lectern.Markdown\shell\open\command" "" '"$INSTDIR\bin\lectern.exe" "%1"'
  WriteRegStr SHCTX "Software\Classes\.md\OpenWithProgids" "Lectern.Markdown" ""
  WriteRegStr SHCTX "Software\Classes\.markdown\OpenWithProgids" "Lectern.Markdown" ""
  WriteRegStr SHCTX "Software\Classes\Directory\shell\Lectern" "" "Open with Lectern"
  WriteRegStr SHCTX "Software\Classes\Directory\shell\Lectern" "Icon" "$INSTDIR\bin\lectern.exe,0"
  WriteRegStr SHCTX "Software\Classes\Directory\shell\Lectern\command" "" '"$INSTDIR\bin\lectern.exe" "%1"'
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
]])
set(CPACK_NSIS_EXTRA_UNINSTALL_COMMANDS [[
  DeleteRegKey SHCTX "Software\Classes\Lectern.Markdown"
  DeleteRegValue SHCTX "Software\Classes\.md\OpenWithProgids" "Lectern.Markdown"
  DeleteRegValue SHCTX "Software\Classes\.markdown\OpenWithProgids" "Lectern.Markdown"
  DeleteRegKey SHCTX "Software\Classes\Directory\shell\Lectern"
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
]])
set(CPACK_PACKAGE_EXECUTABLES lectern Lectern)

# Qt and its web engine go into the bundle and beside the .exe; on Linux the distribution has them.
if(APPLE OR WIN32)
    qt_generate_deploy_app_script(TARGET lectern FILENAME_VARIABLE deployment NO_UNSUPPORTED_PLATFORM_ERROR)
    install(SCRIPT ${deployment})
endif()
include(CPack)
