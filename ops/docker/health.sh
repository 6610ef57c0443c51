#!/usr/bin/env bash
# Whether the service on this machine may still come back by itself; bash alone, since the image has no HTTP client.
#   health.sh [PORT]
set -euo pipefail

port=${1:-8080}
exec 3<>"/dev/tcp/127.0.0.1/$port"
printf 'GET /health/live HTTP/1.0\r\nHost: 127.0.0.1\r\n\r\n' >&3
read -r -t 4 _ status _ <&3
[ "$status" = 200 ]
