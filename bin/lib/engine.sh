# Sourced by the scripts in bin/. Finds or starts a Docker engine.

ENGINE_SOCKET=/var/run/docker.sock

# Whether an engine answers where DOCKER_HOST points, or at the usual socket.
engine_answers() {
  if command -v docker >/dev/null; then
    docker version --format '{{.Server.Version}}' >/dev/null 2>&1
  else
    [ -z "${DOCKER_HOST:-}" ] && curl -fsS --max-time 5 --unix-socket "$ENGINE_SOCKET" http://localhost/_ping >/dev/null 2>&1
  fi
}

# Starts an engine, its log in file $1, and waits until it answers. Sets engine_pid. Only root can.
engine_start() {
  engine_drop_stale_pid /var/run/docker.pid dockerd
  engine_drop_stale_pid /var/run/docker/containerd/containerd.pid containerd
  setsid dockerd >"$1" 2>&1 </dev/null &
  engine_pid=$!
  local asked=0
  until engine_answers; do
    asked=$((asked + 1))
    if ! kill -0 "$engine_pid" 2>/dev/null || [ "$asked" -gt 120 ]; then
      echo "dockerd does not start; the end of its log ($1):" >&2
      tail -5 "$1" >&2
      engine_stop
      return 1
    fi
    sleep 0.5
  done
}

# Stops the engine that engine_start started, if it did.
engine_stop() {
  if [ -n "${engine_pid:-}" ]; then
    kill "$engine_pid" 2>/dev/null
    wait "$engine_pid" 2>/dev/null
    engine_pid=''
  fi
}

# An engine that was killed leaves its pid file ($1); when the number has gone to a process that is no $2 since, a new
# engine would refuse to start.
engine_drop_stale_pid() {
  local pid
  [ -r "$1" ] || return 0
  pid=$(cat "$1")
  [ "$(cat "/proc/$pid/comm" 2>/dev/null)" = "$2" ] || rm -f "$1"
}
