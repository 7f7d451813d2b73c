# Sourced by the scripts in bin/, after jdk.sh. Runs Maven on the JDK that jdk_home finds.

# Sets JAVA_HOME and MAVEN_OPTS; fails with what to install.
maven_prepare() {
  JAVA_HOME=$(jdk_home) || return 1
  export JAVA_HOME
  if ! command -v mvn >/dev/null; then
    echo "Maven is not installed (Debian/Ubuntu: apt-get install maven; macOS: brew install maven)." >&2
    return 1
  fi
  local jdk_major
  jdk_major "$JAVA_HOME"
  if [ "$jdk_major" -ge 24 ]; then # Maven's own libraries do what these JDKs warn of
    export MAVEN_OPTS="${MAVEN_OPTS:-} --sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED"
  fi
}

# Runs Maven, quiet unless something is wrong.
maven() {
  mvn -B -q "$@" </dev/null
}
