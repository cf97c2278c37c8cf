# Completion of bluelamp for bash. -*- shell-script -*-
_bluelamp() {
  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]} command=run each
  for each in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case $each in run | render | check | explain | analyse) command=$each && break ;; esac
  done
  case $before in
  --config | --feed | --play-log) mapfile -t COMPREPLY < <(compgen -f -- "$word") && return ;;
  --out) mapfile -t COMPREPLY < <(compgen -d -- "$word") && return ;;
  --good) mapfile -t COMPREPLY < <(compgen -W "up down neither" -- "$word") && return ;;
  --profile) mapfile -t COMPREPLY < <(compgen -W "mdc nhsr" -- "$word") && return ;;
  esac
  local words
  case $command in
  run) words="--config --windowed --offscreen --seconds --play-log" ;;
  render) words="--config --out --size --now --slide" ;;
  check) words="--config --feed --strict" ;;
  explain) words="--config --now" ;;
  analyse) words="--good --target --rebase --baseline --profile --json" ;;
  esac
  [ "$COMP_CWORD" -gt 1 ] || words+=" run render check explain analyse --version"
  mapfile -t COMPREPLY < <(compgen -W "$words --help" -- "$word")
  [ "$command" != analyse ] || mapfile -t -O "${#COMPREPLY[@]}" COMPREPLY < <(compgen -f -- "$word")
}
complete -o filenames -F _bluelamp bluelamp
