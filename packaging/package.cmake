# What lies where on a screen's machine, and the Debian package of it. Included by scripts/package
# alone (BLUELAMP_PACKAGE), so that nobody who only builds needs its tools.
include(GNUInstallDirs)
find_package(Python3 REQUIRED COMPONENTS Interpreter)
find_program(GZIP gzip REQUIRED)

set(CPACK_PACKAGE_CONTACT "The Blue Lamp authors <packages@bluelamp.example>")
set(CPACK_DEBIAN_PACKAGE_RELEASE 1)
set(BLUELAMP_DEB_VERSION ${PROJECT_VERSION}-${CPACK_DEBIAN_PACKAGE_RELEASE})
set(made ${PROJECT_BINARY_DIR}/packaging)
file(MAKE_DIRECTORY ${made})

# gzip -n: the same input makes the same package.
function(bluelamp_gzip from to)
  execute_process(COMMAND ${GZIP} -9nc ${from} OUTPUT_FILE ${made}/${to} COMMAND_ERROR_IS_FATAL ANY)
endfunction()
function(bluelamp_manual schema name summary)
  execute_process(
    COMMAND ${Python3_EXECUTABLE} ${PROJECT_SOURCE_DIR}/scripts/man-from-schema
      ${PROJECT_SOURCE_DIR}/config/${schema} ${name} ${summary} ${PROJECT_VERSION}
    OUTPUT_FILE ${made}/${name}.5 COMMAND_ERROR_IS_FATAL ANY)
  bluelamp_gzip(${made}/${name}.5 ${name}.5.gz)
endfunction()
bluelamp_manual(bluelamp.schema.json bluelamp.json "settings of one Blue Lamp screen")
bluelamp_manual(bluelamp-feed.schema.json bluelamp-feed "the document that a Blue Lamp screen shows")
foreach(page bluelamp.1 bluelamp-fetch.1)
  bluelamp_gzip(${PROJECT_SOURCE_DIR}/packaging/man/${page} ${page}.gz)
endforeach()
string(TIMESTAMP BLUELAMP_DEB_DATE "%a, %d %b %Y %H:%M:%S +0000" UTC)
configure_file(${PROJECT_SOURCE_DIR}/packaging/changelog.in ${made}/changelog @ONLY)
bluelamp_gzip(${made}/changelog changelog.Debian.gz)
bluelamp_gzip(${PROJECT_SOURCE_DIR}/CHANGELOG.md changelog.gz)

install(TARGETS bluelamp bluelamp-fetch RUNTIME DESTINATION bin)
install(FILES config/systemd/bluelamp.service config/systemd/bluelamp-wayland.service
  DESTINATION lib/systemd/system)
install(FILES packaging/sysusers.conf DESTINATION lib/sysusers.d RENAME bluelamp.conf)
install(FILES packaging/completion.bash DESTINATION share/bash-completion/completions RENAME bluelamp)
install(FILES config/bluelamp.schema.json config/bluelamp-feed.schema.json DESTINATION share/bluelamp)
install(FILES assets/demo/2023-24-q1.json DESTINATION share/bluelamp RENAME example-feed.json)
install(FILES ${made}/bluelamp.1.gz ${made}/bluelamp-fetch.1.gz DESTINATION share/man/man1)
install(FILES ${made}/bluelamp.json.5.gz ${made}/bluelamp-feed.5.gz DESTINATION share/man/man5)
install(FILES packaging/copyright README.md RELIABILITY.md ${made}/changelog.Debian.gz ${made}/changelog.gz
  DESTINATION share/doc/bluelamp)
set(boards control-room.json meeting-room.json public-counter.json)
set(conffiles /etc/bluelamp/board.json)
install(FILES packaging/board.json DESTINATION /etc/bluelamp)
foreach(board ${boards})
  file(READ config/${board} text)
  string(REPLACE "\"bluelamp.schema.json\"" "\"/usr/share/bluelamp/bluelamp.schema.json\"" text "${text}")
  file(WRITE ${made}/${board} "${text}")
  install(FILES ${made}/${board} DESTINATION /etc/bluelamp)
  list(APPEND conffiles /etc/bluelamp/${board})
endforeach()
list(JOIN conffiles "\n" conffiles)
file(WRITE ${made}/conffiles "${conffiles}\n")

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME bluelamp)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "wall display of performance figures")
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION "Shows slides of performance figures, fullscreen and for months, on a small
board: headline figures, ratings, trends and control charts from a JSON feed.
Needs no browser, and neither X11 nor Wayland.")
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION misc)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# Loaded at run time, so that shlibdeps cannot see them: without these four SDL draws nothing on KMS.
set(CPACK_DEBIAN_PACKAGE_DEPENDS "libegl1, libgles2, libgl1-mesa-dri, libgbm1, fonts-inter, ca-certificates, tzdata, systemd | systemd-standalone-sysusers")
set(CPACK_DEBIAN_PACKAGE_SUGGESTS cage)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_DEBIAN_PACKAGE_CONTROL_EXTRA ${made}/conffiles ${PROJECT_SOURCE_DIR}/packaging/postinst
  ${PROJECT_SOURCE_DIR}/packaging/prerm ${PROJECT_SOURCE_DIR}/packaging/postrm)
include(CPack)
