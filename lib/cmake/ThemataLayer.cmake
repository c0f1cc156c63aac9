# themata_layer(NAME SOURCES ... [USES layer...] [PRIVATE library...])
# One static library per layer, `themata_NAME`, alias `Themata::NAME`. USES names the layers it
# may include; PRIVATE the third-party libraries that its public headers do not show.

add_library(themata_options INTERFACE)
add_library(Themata::options ALIAS themata_options)
target_compile_options(themata_options INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Wold-style-cast -Woverloaded-virtual
  -Wconversion -Wno-sign-conversion -Wduplicated-cond -Wlogical-op
  -Wno-restrict)  # g++ 12 at -O3 takes "x" + std::to_string(i) for an overlap (GCC bug 105651)
if(THEMATA_WERROR)
  target_compile_options(themata_options INTERFACE -Werror)
endif()
if(THEMATA_SANITIZE)
  # -Wmaybe-uninitialized reports the sanitizers' own instrumentation
  target_compile_options(themata_options INTERFACE
    -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer -g1
    -Wno-maybe-uninitialized)
  target_link_options(themata_options INTERFACE -fsanitize=address,undefined)
endif()

function(themata_layer name)
  cmake_parse_arguments(ARG "" "" "SOURCES;USES;PRIVATE" ${ARGN})
  set(target themata_${name})
  add_library(${target} STATIC ${ARG_SOURCES})
  add_library(Themata::${name} ALIAS ${target})
  set_target_properties(${target} PROPERTIES EXPORT_NAME ${name} POSITION_INDEPENDENT_CODE ON)
  target_compile_features(${target} PUBLIC cxx_std_20)
  target_include_directories(${target} PUBLIC
    $<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}/lib> $<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}>)
  foreach(layer IN LISTS ARG_USES)
    target_link_libraries(${target} PUBLIC themata_${layer})
  endforeach()
  target_link_libraries(${target} PRIVATE $<BUILD_INTERFACE:themata_options> ${ARG_PRIVATE})
  set_property(GLOBAL APPEND PROPERTY THEMATA_LAYERS ${target})
endfunction()

# A layer as a module that the program loads when it needs it. In the build tree, too, modules stand
# where the installed program would look for them: at the same way from the program's folder.
function(themata_module name)
  cmake_path(ABSOLUTE_PATH THEMATA_MODULE_FOLDER BASE_DIRECTORY ${PROJECT_BINARY_DIR}/cli NORMALIZE
             OUTPUT_VARIABLE folder)
  set(target themata_${name}_module)
  add_library(${target} MODULE module.cpp)
  set_target_properties(${target} PROPERTIES
    PREFIX "" OUTPUT_NAME themata-${name} LIBRARY_OUTPUT_DIRECTORY ${folder}
    CXX_VISIBILITY_PRESET hidden VISIBILITY_INLINES_HIDDEN ON)
  target_compile_definitions(${target} PRIVATE THEMATA_MODULE_TAG="${PROJECT_VERSION}")
  target_link_libraries(${target} PRIVATE themata_${name} themata_options)
  target_link_options(${target} PRIVATE -Wl,--exclude-libs,ALL)
  install(TARGETS ${target} LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR}/themata)
  set_property(GLOBAL APPEND PROPERTY THEMATA_MODULES ${target})
endfunction()
