# What `cmake --install` gives a program that uses the library: archives, public headers, and the
# CMake package "Themata" with a target per layer and Themata::themata for all but drawing and
# spreadsheets.
include(CMakePackageConfigHelpers)

get_property(layers GLOBAL PROPERTY THEMATA_LAYERS)
add_library(themata_library INTERFACE)
add_library(Themata::themata ALIAS themata_library)
set_target_properties(themata_library PROPERTIES EXPORT_NAME themata)
# Who draws names Themata::drawing as well, who writes Excel workbooks Themata::spreadsheet: their
# libraries are much to link for those who do not.
set(layers_of_all ${layers})
list(REMOVE_ITEM layers_of_all themata_drawing themata_spreadsheet)
target_link_libraries(themata_library INTERFACE ${layers_of_all})

set(package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/Themata)
install(TARGETS themata_library ${layers} EXPORT ThemataTargets
        ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR})
install(EXPORT ThemataTargets NAMESPACE Themata:: DESTINATION ${package_dir})
install(DIRECTORY lib/themata DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}
        FILES_MATCHING PATTERN "*.hpp"
        PATTERN detail EXCLUDE PATTERN schema EXCLUDE)

set(THEMATA_USES_HUNSPELL OFF)
if(TARGET Hunspell::Hunspell)
  set(THEMATA_USES_HUNSPELL ON)
endif()
configure_package_config_file(lib/cmake/ThemataConfig.cmake.in ThemataConfig.cmake
                              INSTALL_DESTINATION ${package_dir})
write_basic_package_version_file(ThemataConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES
          ${CMAKE_CURRENT_BINARY_DIR}/ThemataConfig.cmake
          ${CMAKE_CURRENT_BINARY_DIR}/ThemataConfigVersion.cmake
          lib/cmake/FindHunspell.cmake
          lib/cmake/FindLibzip.cmake
          lib/cmake/FindNettle.cmake
          lib/cmake/FindStemmer.cmake
          lib/cmake/FindXlsxwriter.cmake
        DESTINATION ${package_dir})
install(FILES README.md LICENSE CHANGELOG.md DESTINATION ${CMAKE_INSTALL_DOCDIR})
