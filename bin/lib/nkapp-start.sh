# Sourced by bin/nkapp. Makes the JVM start fast: an ahead-of-time cache (JDK 25 and newer) or a class-data archive
# (JDK 21 to 24) of what nkapp loads at start. Without it nkapp only starts slower. Expects root, target, jar, java_home.

# Sets start to the folder of what this JDK starts from, and jdk_major. A cache serves only the very JDK that wrote it.
nkapp_start_folder() {
  local line version=unknown folder=$target
  jdk_major "$java_home"
  while IFS= read -r line; do
    case $line in
      JAVA_RUNTIME_VERSION=*) version=${line#*=\"} && version=${version%\"} ;;
    esac
  done <"$java_home/release"
  if [ ! -w "$folder" ]; then folder=${XDG_CACHE_HOME:-$HOME/.cache}/nanokit; fi
  start=$folder/start-$version
}

# Sets flags to what the JVM is started with. NKAPP_CACHE=no: without the cache.
nkapp_start_flags() {
  local start
  nkapp_common_flags
  if [ "${NKAPP_CACHE:-}" = no ]; then return; fi
  nkapp_start_folder
  if [ -n "$(find "$jar" "$target/lib" -newer "$start/cache" -print -quit 2>/dev/null || echo missing)" ]; then
    (nkapp_train >/dev/null 2>&1 </dev/null &)
    return
  fi
  flags+=("-Dorg.sqlite.lib.path=$start")
  if [ "$jdk_major" -ge 25 ]; then
    flags+=("-XX:AOTCache=$start/cache")
  else
    flags+=("-XX:SharedArchiveFile=$start/cache")
  fi
}

# A cache must be used with the flags that it was made with. The last three properties keep libraries from looking through
# every jar for what is not there.
nkapp_common_flags() {
  flags=(-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xms24m -Xmx512m -Xss512k -XX:-UsePerfData -Xlog:disable
    --enable-native-access=ALL-UNNAMED
    -Dpicocli.disable.closures=true -Dslf4j.provider=org.slf4j.nop.NOPServiceProvider
    -Dslf4j.internal.verbosity=WARN)
}

# For nkapp github serve, which starts seldom and runs long: the JVM's usual compilers and collector.
nkapp_server_flags() {
  flags=(-XX:MaxRAMPercentage=50 -XX:+ExitOnOutOfMemoryError -XX:-UsePerfData --enable-native-access=ALL-UNNAMED
    -Dslf4j.provider=org.slf4j.nop.NOPServiceProvider -Dslf4j.internal.verbosity=WARN)
}

# Lets nkapp go through its commands once, on files of its own, and keeps what it loaded. Never in the way: when it
# fails, there is no cache; while another does it already, nothing is done.
nkapp_train() {
  local start making flags option
  if [ "${NKAPP_CACHE:-}" = no ]; then return 0; fi
  nkapp_common_flags
  nkapp_start_folder
  making=$start.making
  if [ "${start%/*}" != "$target" ]; then mkdir -p "${start%/*}" 2>/dev/null || return 0; fi
  # A folder that old was left by a training that was killed.
  find "$making" -maxdepth 0 -mmin +10 -exec rm -rf {} + 2>/dev/null || true
  mkdir "$making" 2>/dev/null || return 0
  option=-XX:ArchiveClassesAtExit
  if [ "$jdk_major" -ge 25 ]; then option=-XX:AOTCacheOutput; fi
  if "$java_home/bin/java" "${flags[@]}" "$option=$making/cache" -cp "$jar" dev.nanokit.cli.start.StartTraining \
    "$making" >/dev/null 2>&1 </dev/null && [ -s "$making/cache" ]; then
    rm -rf "$making/project" "$start"
    mv "$making" "$start"
  else
    rm -rf "$making"
  fi
}
