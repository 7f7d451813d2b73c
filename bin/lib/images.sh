# Makes the images of the examples where no image registry answers, from what this machine and Debian have.
# To be sourced, after engine.sh. Each function says on standard error what it does, and fails where it can't.

# image_pulled NAME: whether the engine has the image, or can get it from its registry.
image_pulled() {
  docker image inspect "$1" >/dev/null 2>&1 || timeout 60 docker pull -q "$1" >/dev/null 2>&1
}

# image_busybox NAME: a busybox image, of this machine's static busybox.
image_busybox() {
  local root
  command -v busybox >/dev/null || return 1
  root=$(mktemp -d)
  mkdir -p "$root"/{bin,etc,proc,srv,tmp,www}
  cp "$(command -v busybox)" "$root/bin/busybox"
  busybox --list | while read -r applet; do [ "$applet" = busybox ] || ln -s busybox "$root/bin/$applet"; done
  echo 'root:x:0:0:root:/:/bin/sh' >"$root/etc/passwd"
  image_import "$root" "$1" --change 'CMD ["sh"]'
}

# image_redis NAME: a redis image, of Debian's redis-server and the libraries it loads. Installs nothing here.
image_redis() {
  local root debs library
  command -v apt-get >/dev/null && [ "$(id -u)" -eq 0 ] || return 1
  root=$(mktemp -d)
  debs=$(mktemp -d)
  mkdir -p "$debs/partial" "$root"/{bin,data,etc,lib64,proc,tmp}
  { apt-get install -y -qq --no-install-recommends --reinstall --download-only \
    -o Dir::Cache::archives="$debs" redis-server redis-tools ||
    { apt-get update -qq && apt-get install -y -qq --no-install-recommends --reinstall --download-only \
      -o Dir::Cache::archives="$debs" redis-server redis-tools; }; } >/dev/null 2>&1 || return 1
  for package in "$debs"/*.deb; do dpkg -x "$package" "$root"; done
  cp "$(command -v busybox)" "$root/bin/busybox" && ln -s busybox "$root/bin/sh"
  for program in "$root"/usr/bin/redis-{check-rdb,cli}; do
    LD_LIBRARY_PATH=$root/usr/lib/$(uname -m)-linux-gnu ldd "$program" | grep -o '/[^ ]*' | while read -r library; do
      case $library in "$root"/*) ;; *) mkdir -p "$root$(dirname "$library")" && cp -Ln "$library" "$root$library" ;; esac
    done
  done
  printf '#!/bin/sh\nexec "$@"\n' >"$root/bin/docker-entrypoint.sh" && chmod +x "$root/bin/docker-entrypoint.sh"
  rm -rf "$debs" "$root"/usr/share/{doc,man}
  image_import "$root" "$1" --change 'ENV PATH=/usr/bin:/bin' --change 'WORKDIR /data' --change 'CMD ["redis-server"]'
}

image_import() {
  local root=$1 name=$2
  shift 2
  tar -C "$root" -c . | docker import "$@" - "$name" >/dev/null
  local status=$?
  rm -rf "$root"
  return "$status"
}
