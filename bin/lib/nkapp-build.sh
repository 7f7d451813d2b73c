# Sourced by bin/nkapp. Builds nkapp.jar and the jars beside it. Expects root, target, jar, built and sources.sh.

# Whether something that nkapp is built from is newer than what was built.
nkapp_is_stale() {
  local reference=$jar
  if [ "${NKAPP_BUILD:-}" = no ] || [ ! -f "$root/pom.xml" ]; then return 1; fi
  if [ ! -f "$jar" ]; then return 0; fi
  if [ "$built" -nt "$jar" ]; then reference=$built; fi
  sources_are_newer "$reference" "$root/pom.xml" "$root/nkapp/pom.xml" "$root/nkapp/src/main" "$root/functions" \
    "$root/github-app"
}

# Two at once would write the same files: the second waits, and finds the work done.
nkapp_build() {
  if ! command -v mvn >/dev/null; then
    echo "nkapp has to be built, and Maven (mvn) was not found. Install it (Debian/Ubuntu: apt-get install maven)." >&2
    exit 1
  fi
  mkdir -p "$target"
  (
    if command -v flock >/dev/null; then flock 9; fi
    if nkapp_is_stale; then
      echo "nkapp: building, since sources have changed …" >&2
      mvn -B -q -f "$root/pom.xml" -pl nkapp -am package -DskipTests >&2 || {
        echo "nkapp: the build failed: see above. NKAPP_BUILD=no runs what was built before." >&2
        exit 1
      }
      touch "$built"
      nkapp_train
    fi
  ) 9>"$target/nkapp.lock"
}
