# Sourced by ./test: a private PostgreSQL cluster for the tests, on 127.0.0.1 and a free port, removed at the end.
# initdb refuses root, so the cluster runs as user postgres then.
pg_bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -1)
pg_dir=$(mktemp -d /tmp/fazhang-pg.XXXXXX)
pg_run() { if [ "$(id -u)" = 0 ]; then setpriv --reuid postgres --regid postgres --init-groups "$@"; else "$@"; fi; }

start_postgres() {
  [ "$(id -u)" = 0 ] && chown postgres "$pg_dir"
  pg_run "$pg_bin/initdb" -D "$pg_dir/data" -U fazhang --auth=trust --encoding=UTF8 --locale=C.UTF-8 >"$pg_dir/initdb.log"
  pg_port=$(python3 -c 'import socket; s=socket.socket(); s.bind(("127.0.0.1",0)); print(s.getsockname()[1])' 2>/dev/null || echo $((20000 + RANDOM % 20000)))
  pg_run "$pg_bin/pg_ctl" -D "$pg_dir/data" -w -l "$pg_dir/log" \
    -o "-p $pg_port -c listen_addresses=127.0.0.1 -c unix_socket_directories=$pg_dir -c max_connections=200" start >/dev/null
  export FAZHANG_TEST_POSTGRES="Host=127.0.0.1;Port=$pg_port;Username=fazhang;Database=postgres"
}

stop_postgres() {
  [ -d "$pg_dir/data" ] && pg_run "$pg_bin/pg_ctl" -D "$pg_dir/data" -m immediate stop >/dev/null 2>&1
  rm -rf "$pg_dir"
}
