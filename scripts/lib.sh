# shellcheck shell=bash
# What scripts/check and scripts/demo share. Sourced, never run.
# Sets: root (the checkout), n_jobs (processors at hand). Callers set the messages that users read.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
n_jobs=$(nproc)

# The same sorting and messages on every machine.
export LC_ALL=C.UTF-8

# What it takes to build the program on Debian 12.
build_packages=(
    build-essential cmake ninja-build pkg-config
    libglib2.0-dev libglpk-dev libsqlite3-dev libxlsxwriter-dev libzip-dev libexpat1-dev libical-dev
    libpango1.0-dev libcairo2-dev fonts-liberation
    tzdata
)

# missing_packages PACKAGE... : those that are not installed, one a line
missing_packages() {
    local package
    for package in "$@"; do
        if [ "$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null)" != installed ]; then
            echo "$package"
        fi
    done
}

# as_root COMMAND... : with sudo unless already root; status 126 when neither is possible
as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
    elif command -v sudo >/dev/null; then
        sudo "$@"
    else
        return 126
    fi
}

# install_packages PACKAGE... : from the Debian archive, without questions
install_packages() {
    as_root apt-get -q update &&
        as_root env DEBIAN_FRONTEND=noninteractive \
            apt-get -q -y --no-install-recommends install "$@"
}
