# Sourced by the scripts in bin/. Finds a JDK without starting one (each tells its version in its `release` file) and
# without a subprocess, so that nkapp starts fast.

NANOKIT_JAVA_MIN=21

# Sets jdk_major to the major version of the JDK in folder $1; fails when there is no JDK, or none that can tell.
jdk_major() {
  local line version
  [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 1
  while IFS= read -r line; do
    case $line in
      JAVA_VERSION=*)
        version=${line#JAVA_VERSION=\"}
        jdk_major=${version%%[!0-9]*}
        [ -n "$jdk_major" ]
        return
        ;;
    esac
  done <"$1/release"
  return 1
}

# Prints the home of the JDK to use: $JAVA_HOME when it is new enough, else the newest of those in the usual places.
# Fails with what to install when there is none.
jdk_home() {
  local home best='' best_major=0 jdk_major
  if [ -n "${JAVA_HOME:-}" ] && jdk_major "$JAVA_HOME" && [ "$jdk_major" -ge "$NANOKIT_JAVA_MIN" ]; then
    echo "$JAVA_HOME"
    return
  fi
  for home in /usr/lib/jvm/* /usr/java/* /opt/java/* /opt/jdk* "$HOME"/.jdks/* "$HOME"/.m2/jdks/* \
    "$HOME"/.sdkman/candidates/java/* "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    /Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
    if jdk_major "$home" && [ "$jdk_major" -ge "$NANOKIT_JAVA_MIN" ] && [ "$jdk_major" -gt "$best_major" ]; then
      best=$home
      best_major=$jdk_major
    fi
  done
  if [ -z "$best" ]; then
    echo "No JDK $NANOKIT_JAVA_MIN or newer was found${JAVA_HOME:+ (JAVA_HOME=$JAVA_HOME is none)}." >&2
    echo "Install one (Debian/Ubuntu: apt-get install openjdk-21-jdk-headless; macOS: brew install openjdk;" >&2
    echo "any other: Eclipse Temurin), or set JAVA_HOME to its folder." >&2
    return 1
  fi
  echo "$best"
}
