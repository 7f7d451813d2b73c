# Sourced by bin/demo. A GitHub of the demo's own and the App, each a process. Expects root, work,
# jdk.sh, maven.sh and sources.sh.

github_folder=$work/github
github_jar=$root/github-app/demo/target/github-demo.jar
github_pid=
app_pid=

github_build() {
  if [ -f "$github_jar" ] && ! sources_are_newer "$github_jar" "$root/pom.xml" "$root/github-app" "$root/functions"; then
    return
  fi
  echo "Building the demo's GitHub …"
  maven_prepare && maven -f "$root/pom.xml" -pl github-app/demo -am package -DskipTests && touch "$github_jar"
}

# Waits until a file has a line; fails when the process that writes it ends before.
wait_for_line() { # pattern, file, process, its name
  until grep -q -- "$1" "$2" 2>/dev/null; do
    if ! kill -0 "$3" 2>/dev/null; then
      echo "$4 ended too early. The end of its log:" >&2
      tail -n 20 "$2" >&2
      return 1
    fi
    sleep 0.1
  done
}

# A GitHub with one repository, which begins as a folder.
github_start() { # repository, folder
  mkdir -p "$github_folder"
  mkfifo "$github_folder/orders"
  "$(jdk_home)/bin/java" -XX:TieredStopAtLevel=1 -jar "$github_jar" "$github_folder" "$1" "$2" \
    <"$github_folder/orders" >"$github_folder/github.log" 2>&1 &
  github_pid=$!
  exec 3>"$github_folder/orders"
  wait_for_line '^ready' "$github_folder/github.log" "$github_pid" "the demo's GitHub"
}

# Gives an order, waits until it is carried out, and prints what is said before the line that says so.
github_order() { # last line's pattern, order
  local said
  said=$(wc -l <"$github_folder/github.log")
  echo "$2" >&3
  until tail -n "+$((said + 1))" "$github_folder/github.log" | grep -q -- "$1"; do
    kill -0 "$github_pid" 2>/dev/null || return 1
    sleep 0.1
  done
  tail -n "+$((said + 1))" "$github_folder/github.log" | grep -v -- "$1" || true
}

# Starts nkapp github serve, and sends GitHub's deliveries there. A build of nkapp comes first, where it is seen.
app_start() {
  "$root/bin/nkapp" --version >/dev/null || return 1
  (
    set -a
    . "$github_folder/github.env"
    NANOKIT_GITHUB_PRIVATE_KEY_FILE=$github_folder/private-key.pem
    NANOKIT_GITHUB_WEBHOOK_SECRET_FILE=$github_folder/webhook-secret
    NANOKIT_GITHUB_PORT=0
    NANOKIT_STATE=sqlite://$github_folder/state.db
    exec "$root/bin/nkapp" github serve >"$github_folder/app.log" 2>&1 3>&-
  ) &
  app_pid=$!
  wait_for_line '"event":"listening"' "$github_folder/app.log" "$app_pid" "nkapp github serve" || return 1
  local address
  address=$(sed -n 's/.*"event":"listening".*"address":"\([^"]*\)".*/\1/p' "$github_folder/app.log")
  github_order '^deliveries go to' "webhook http://$address/webhook"
}

# Waits until the App has done what a kind of trigger asked for.
app_has_done() {
  wait_for_line "\"event\":\"finished\".*\"trigger\":\"$1\"" "$github_folder/app.log" "$app_pid" "nkapp github serve"
}

github_stop() {
  local pid
  exec 3>&-
  for pid in "$app_pid" "$github_pid"; do
    if [ -n "$pid" ]; then
      kill "$pid" 2>/dev/null
      wait "$pid" 2>/dev/null
    fi
  done
  app_pid= github_pid=
}
