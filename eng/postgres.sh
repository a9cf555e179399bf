# Sourced by ./test: a private PostgreSQL cluster for the tests, on 127.0.0.1 and a free port, removed at the end.
# initdb refuses root, so the cluster runs as user postgres then.
pg_bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -1)
# In memory where there is room: each test gets a database of its own, and file systems on disks make the thousand files of
# one slowly when as many were removed shortly before (ext4 steps over inodes that were freed in the last minutes).
pg_home() {
  local free
  free=$(df -Pk /dev/shm 2>/dev/null | awk 'NR == 2 { print $4 }')
  [ "${free:-0}" -gt 2000000 ] && [ -w /dev/shm ] && echo /dev/shm || echo /tmp
}
pg_dir=$(mktemp -d "$(pg_home)/fazhang-pg.XXXXXX")
pg_run() { if [ "$(id -u)" = 0 ]; then setpriv --reuid postgres --regid postgres --init-groups "$@"; else "$@"; fi; }

# Not flushed to a disk: the cluster does not outlive the tests. What a crash leaves is ./bench faults' question, with servers of
# its own.
start_postgres() {
  [ "$(id -u)" = 0 ] && chown postgres "$pg_dir"
  pg_run "$pg_bin/initdb" -D "$pg_dir/data" -U fazhang --auth=trust --encoding=UTF8 --locale=C.UTF-8 >"$pg_dir/initdb.log"
  pg_port=$(python3 -c 'import socket; s=socket.socket(); s.bind(("127.0.0.1",0)); print(s.getsockname()[1])' 2>/dev/null || echo $((20000 + RANDOM % 20000)))
  pg_run "$pg_bin/pg_ctl" -D "$pg_dir/data" -w -l "$pg_dir/log" \
    -o "-p $pg_port -c listen_addresses=127.0.0.1 -c unix_socket_directories=$pg_dir -c max_connections=200 \
      -c fsync=off -c full_page_writes=off -c max_wal_size=256MB" start >/dev/null
  export FAZHANG_TEST_POSTGRES="Host=127.0.0.1;Port=$pg_port;Username=fazhang;Database=postgres"
}

stop_postgres() {
  [ -d "$pg_dir/data" ] && pg_run "$pg_bin/pg_ctl" -D "$pg_dir/data" -m immediate stop >/dev/null 2>&1
  rm -rf "$pg_dir"
}
