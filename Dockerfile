# Milepost as one image: `serve`, `worker`, `db upgrade` and every other command are its arguments.

FROM python:3.11-slim-bookworm AS build
WORKDIR /src
RUN python -m venv /opt/milepost
ENV PATH=/opt/milepost/bin:$PATH PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_CACHE_DIR=1
# What changes seldom comes first. Everything is pinned by its hash.
COPY requirements/run.lock requirements/
RUN pip install --require-hashes --no-compile -r requirements/run.lock
COPY pyproject.toml README.md LICENSE ./
COPY core core
COPY storage storage
COPY bot bot
COPY manifests manifests
RUN pip install --no-deps --no-compile . \
    && python -m compileall -q -j 0 /opt/milepost/lib

FROM python:3.11-slim-bookworm
RUN useradd --system --uid 10001 --home-dir /var/lib/milepost --create-home milepost
COPY --from=build /opt/milepost /opt/milepost
# Nothing is written but to /tmp, and to the home where SQLite is the database.
ENV PATH=/opt/milepost/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    MPLCONFIGDIR=/tmp \
    MILEPOST_HOST=0.0.0.0 \
    MILEPOST_PORT=3978
USER 10001
WORKDIR /var/lib/milepost
EXPOSE 3978
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 \
    CMD ["python", "-c", "from urllib.request import urlopen; urlopen('http://127.0.0.1:3978/readyz/requests', timeout=4)"]
ENTRYPOINT ["milepost"]
CMD ["serve"]
