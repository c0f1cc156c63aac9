# shellcheck shell=bash
# Sourced by demo.sh and test.sh, from the root of the source tree: what both need of the machine.

say() { printf '\n== %s\n' "$*"; }

fail() {
  printf '%s: %s\n' "$(basename "$0")" "$*" >&2
  exit 1
}

# packages_of LIST...: the Debian packages in .ci/packages-LIST.txt, comments taken out.
packages_of() {
  local list
  for list in "$@"; do
    sed -e 's/#.*//' -e 's/[[:space:]]*$//' -e '/^$/d' ".ci/packages-$list.txt"
  done
}

is_installed() {
  [ "$(dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null)" = installed ]
}

# as_root COMMAND...: runs it as it is for root, with sudo for others.
as_root() {
  if [ "$(id -u)" -eq 0 ]; then
    "$@"
  else
    sudo "$@"
  fi
}

# may_install: true for root, and for others if sudo lets them (it may ask for their password).
may_install() {
  [ "$(id -u)" -eq 0 ] || { command -v sudo >/dev/null && sudo -v; }
}

# need_packages LIST...: installs those packages of the lists that are missing; asks for nothing.
need_packages() {
  local package missing=()
  command -v dpkg-query >/dev/null || fail "this script knows Debian's packages only; see docs/dependencies.md for what to install"
  while read -r package; do
    is_installed "$package" || missing+=("$package")
  done < <(packages_of "$@")
  if [ ${#missing[@]} -eq 0 ]; then
    echo "Every package that is needed is installed."
    return
  fi
  if ! may_install; then
    fail "some packages are missing, and this account may not install them; let somebody who may run
  apt-get install --no-install-recommends ${missing[*]}
and then run $(basename "$0") again"
  fi
  echo "Installing with apt-get: ${missing[*]}"
  as_root apt-get update -qq || echo "The list of packages could not be renewed; trying with the old one."
  as_root env DEBIAN_FRONTEND=noninteractive \
    apt-get install -y -qq --no-install-recommends "${missing[@]}" ||
    fail "these packages could not be installed: ${missing[*]}"
}
