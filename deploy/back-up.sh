#!/bin/sh
# One backup into MILEPOST_BACKUP_FOLDER, with the newest MILEPOST_BACKUPS_KEPT (14) kept.
#
# SQLite is backed up by `milepost backup`, PostgreSQL by its own pg_dump, which finds the password in ~/.pgpass or
# PGPASSFILE. Row-level security binds the owner too: without a tenant set, the option lets everything through. A dump gets its name once it is whole, so that what has the name can be restored.
set -eu
umask 077

milepost="${MILEPOST:-milepost}"
keep="${MILEPOST_BACKUPS_KEPT:-14}"

settings="$("$milepost" settings)"
setting() { printf '%s\n' "$settings" | sed -n "s/^[* ] $1  *//p"; }

folder="$(setting MILEPOST_BACKUP_FOLDER)"
if [ -z "$folder" ]; then
  echo "Set MILEPOST_BACKUP_FOLDER to where backups are kept." >&2
  exit 1
fi

case "$(setting MILEPOST_DATABASE_URL)" in
  sqlite*)
    exec "$milepost" backup --keep "$keep"
    ;;
esac

name="$folder/milepost-$(date -u +%Y%m%dT%H%M%SZ).dump"
trap 'rm -f "$name.unfinished"' EXIT
pg_dump --format=custom --enable-row-security --file="$name.unfinished" "$("$milepost" db address)"
# What cannot be listed cannot be restored either.
pg_restore --list "$name.unfinished" >/dev/null
mv "$name.unfinished" "$name"
echo "Backed up to $name."

# Names sort by time; the newest come last.
ls -1 "$folder"/milepost-*.dump | head -n "-$keep" | while read -r old; do
  rm -f "$old"
  echo "Deleted $old."
done
