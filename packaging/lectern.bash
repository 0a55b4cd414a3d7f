# bash completion for lectern
# shellcheck shell=bash disable=SC2207

_lectern() {
    local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]}
    local IFS=$'\n'
    compopt -o filenames
    case $previous in
        --data-dir | --cache-dir)
            COMPREPLY=($(compgen -d -- "$current"))
            return
            ;;
        --export | --export-marks | --import-marks)
            COMPREPLY=($(compgen -f -- "$current"))
            return
            ;;
    esac
    if [[ $current == -* ]]; then
        compopt +o filenames
        COMPREPLY=($(compgen -W $'--list\n--report\n--csv\n--export\n--export-marks\n--import-marks\n--new-window
--service\n--offline\n--data-dir\n--cache-dir\n--help\n--version' -- "$current"))
    else
        COMPREPLY=($(compgen -d -- "$current") $(compgen -f -X '!*.@(md|markdown|html)' -- "$current"))
    fi
}

complete -F _lectern lectern
