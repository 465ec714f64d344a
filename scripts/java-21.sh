#!/usr/bin/env bash
# The servers of the tests need Maven and a JDK of at least 21. Installs Maven, and Debian's newest JDK unless a
# JDK of at least 21 stands under the system's JVM folder already. Exit 1 when none can be had.
set -euo pipefail
cd "$(dirname "$0")"
./system-packages.sh maven
new_enough() { grep -qsE '^JAVA_VERSION="(2[1-9]|[3-9][0-9])' "$1/release" && [ -x "$1/bin/javac" ]; }
for home in "${JAVA_HOME:-}" /usr/lib/jvm/*; do
    if [ -n "$home" ] && new_enough "$home"; then exit 0; fi
done
for version in 25 21; do
    package="openjdk-$version-jdk-headless"
    if apt-cache show "$package" >/dev/null 2>&1; then exec ./system-packages.sh "$package"; fi
done
echo "Aucun JDK 21 ou plus récent : installez-en un sous /usr/lib/jvm, ou donnez JAVA_HOME." >&2
exit 1
