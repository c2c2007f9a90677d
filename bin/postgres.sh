# Sourced by bin/test: a throw-away PostgreSQL from the distribution, on a free port, as its own user, without durability.
postgres_url= postgres_why= postgres_dir=

as_postgres() { if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi; }

start_postgres() {
  local bin port
  bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -1)
  [ -n "$bin" ] || { postgres_why="package postgresql is not installed"; return 1; }
  postgres_dir=$(mktemp -d) && { [ "$(id -u)" != 0 ] || chown postgres "$postgres_dir"; }
  port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
  (cd / && as_postgres "$bin/initdb" -D "$postgres_dir/data" -U fibril -A trust -E UTF8 --locale=C.UTF-8 >"$postgres_dir.log" 2>&1 &&
    as_postgres "$bin/pg_ctl" -D "$postgres_dir/data" -w -l "$postgres_dir/server.log" \
      -o "-p $port -k $postgres_dir -c listen_addresses=127.0.0.1 -c fsync=off -c full_page_writes=off -c synchronous_commit=off -c max_connections=300" start >>"$postgres_dir.log" 2>&1) ||
    { postgres_why=$(tail -1 "$postgres_dir.log"); return 1; }
  postgres_bin=$bin
  postgres_url="Host=127.0.0.1;Port=$port;Username=fibril;Database=postgres"
}

stop_postgres() {
  [ -n "$postgres_url" ] && (cd / && as_postgres "$postgres_bin/pg_ctl" -D "$postgres_dir/data" -m immediate stop >/dev/null 2>&1) || true
  [ -n "$postgres_dir" ] && rm -rf "$postgres_dir" "$postgres_dir.log" || true
}
