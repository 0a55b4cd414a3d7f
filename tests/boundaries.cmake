# Which room may include what (the order of the rooms is the order of the data). Run by ctest as `boundaries`:
# cmake -DROOT=<source folder> -P boundaries.cmake. It proves first that it can fail.

# A file of `room` may include "app/<room>/…" of these.
set(archive archive)
set(catalog archive catalog)
set(page archive page)
set(images images page/imageaddress)
# The reader's page style is kept in the settings.
set(library archive catalog library page/theme)

# Qt's modules that no file of app/ but main.cpp may see, by header prefix or module folder.
set(pixels "Qt(Gui|Widgets|WebEngine[A-Za-z]*|PrintSupport|Svg)/|Q(Widget|Application|GuiApplication|MainWindow|Image|Pixmap|Color|Icon|Painter|Font|Palette|Action|Dialog|WebEngine[A-Za-z]*)>")

function(judge room line result)
    set(${result} "" PARENT_SCOPE)
    if(line MATCHES "<(${pixels})")
        set(${result} "the core does without widgets and pixels" PARENT_SCOPE)
    elseif(line MATCHES "\"ui/")
        set(${result} "the core knows no window" PARENT_SCOPE)
    elseif(line MATCHES "\"app/([^\"]+)\\.h\"")
        set(header "${CMAKE_MATCH_1}")
        foreach(allowed IN LISTS ${room})
            if(header MATCHES "^${allowed}(/|$)")
                return()
            endif()
        endforeach()
        set(${result} "data goes the other way" PARENT_SCOPE)
    endif()
endfunction()

# `user` names the one file that may include `header`.
function(judge_single_user file line result)
    set(${result} "" PARENT_SCOPE)
    foreach(rule "yaml-cpp=app/archive/frontmatter" "gumbo=app/page/(htmlparser|gumboarena)" "md4c=app/page/markdown"
                 "simdjson=app/archive/textdecoding"
                 "QSettings=app/library/settings"
                 "unicode/=app/library/pinyin")
        string(REGEX MATCH "^([^=]+)=(.+)$" unused "${rule}")
        set(header "${CMAKE_MATCH_1}")
        set(user "${CMAKE_MATCH_2}")
        if(line MATCHES "<${header}" AND NOT file MATCHES "^${user}")
            set(${result} "${header} belongs to ${user} alone" PARENT_SCOPE)
        endif()
    endforeach()
endfunction()

judge(archive "#include <QtWidgets/QWidget>" first)
judge(archive "#include \"app/page/theme.h\"" second)
judge(library "#include \"app/page/theme.h\"" third)
judge_single_user("app/page/sanitizer.cpp" "#include <yaml-cpp/yaml.h>" fourth)
if(NOT first OR NOT second OR third OR NOT fourth)
    message(FATAL_ERROR "this check does not work")
endif()

set(broken 0)
file(GLOB_RECURSE files RELATIVE ${ROOT} ${ROOT}/app/*.h ${ROOT}/app/*.cpp)
foreach(file IN LISTS files)
    if(NOT file MATCHES "^app/([a-z]+)/")
        continue()
    endif()
    set(room ${CMAKE_MATCH_1})
    file(STRINGS ${ROOT}/${file} lines REGEX "^ *# *include")
    foreach(line IN LISTS lines)
        judge(${room} "${line}" reason)
        judge_single_user("${file}" "${line}" other)
        foreach(text IN ITEMS "${reason}" "${other}")
            if(text)
                message(SEND_ERROR "${file}: ${line}: ${text}")
                math(EXPR broken "${broken} + 1")
            endif()
        endforeach()
    endforeach()
endforeach()
list(LENGTH files count)
if(count EQUAL 0)
    message(FATAL_ERROR "found no file below ${ROOT}/app")
endif()
message(STATUS "${count} files looked at, ${broken} wrong arrows")
