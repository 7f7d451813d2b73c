# Sourced by the scripts in bin/ that build only what has changed.

# Whether a source below the places is newer than a file. Folders of sources count too: something may be gone from one. A
# module's own folder does not: a build makes target in it.
sources_are_newer() { # file, places
  local reference=$1
  shift
  [ -n "$(find "$@" \( -name target -o -path '*/src/test' \) -prune -o \( -type f -o -path '*/src/*' \) \
    -newer "$reference" -print -quit)" ]
}
