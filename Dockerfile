# The base is an argument, so that the image can be built on any Python 3.11 or newer:
#   docker build --build-arg PYTHON_IMAGE=python:3.12-slim .
ARG PYTHON_IMAGE=python:3.13-slim

FROM ${PYTHON_IMAGE} AS build
WORKDIR /src
RUN python3 -m venv /opt/tocsin && python3 -m venv /opt/build
# Before the source, so that a change of the source does not fetch them again.
COPY requirements.lock requirements.build.lock ./
RUN /opt/tocsin/bin/pip install --no-cache-dir --only-binary :all: --require-hashes -r requirements.lock \
 && /opt/build/bin/pip install --no-cache-dir --only-binary :all: --require-hashes -r requirements.build.lock
COPY pyproject.toml README.md LICENSE ./
COPY daemon ./daemon
# What `tocsin init` writes: tocsin/samples is a link to this folder.
COPY config ./config
# From here on nothing comes from the network: what is not in a lock is not in the image.
RUN /opt/build/bin/pip wheel --no-index --no-deps --no-build-isolation --wheel-dir /wheel . \
 && /opt/tocsin/bin/pip install --no-index --no-deps /wheel/*.whl \
 && /opt/tocsin/bin/pip check \
 && /opt/tocsin/bin/pip uninstall --yes pip

FROM ${PYTHON_IMAGE}
# A fixed number, so that the owner of a mounted /data can be set from outside.
RUN groupadd --gid 10001 tocsin \
 && useradd --uid 10001 --gid 10001 --home-dir /data --no-create-home --shell /usr/sbin/nologin tocsin \
 && install -d -o 10001 -g 10001 /data \
 && install -d /config
COPY --from=build /opt/tocsin /opt/tocsin
ENV PATH=/opt/tocsin/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    TOCSIN_STORE=sqlite:////data/tocsin.db
USER 10001:10001
WORKDIR /data
VOLUME /data
HEALTHCHECK --interval=1m --timeout=10s --start-period=30s CMD ["tocsin", "healthcheck"]
ENTRYPOINT ["tocsin"]
CMD ["run"]
