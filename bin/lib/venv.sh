# Sourced by the scripts in bin/. Keeps Python packages in environments of the project's own.

# Has folder $1 hold an environment with what the file $2 names, made anew when one of the project's lists has changed.
venv_prepare() {
  local venv=$1 wanted=$2 lists
  lists=$(cat infra-bootstrap/requirements.txt "$wanted")
  if [ "$(cat "$venv/installed.txt" 2>/dev/null)" != "$lists" ]; then
    rm -rf "$venv" && python3 -m venv "$venv" && "$venv/bin/pip" install -q --disable-pip-version-check -r "$wanted" &&
      printf '%s\n' "$lists" >"$venv/installed.txt"
  fi
}
