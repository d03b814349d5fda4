#!/bin/sh
# Run once, when the database's volume is new: Milepost's own role is no superuser, which row-level security would
# not bind.
set -eu
psql --set ON_ERROR_STOP=1 --set password="$POSTGRES_PASSWORD" --username "$POSTGRES_USER" <<'SQL'
CREATE ROLE milepost LOGIN NOSUPERUSER NOBYPASSRLS PASSWORD :'password';
CREATE DATABASE milepost OWNER milepost;
SQL
