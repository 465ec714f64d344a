# The application with OCR, PostgreSQL and both cluster clients; run by compose.yaml, or alone:
#   docker build --tag atlas-cls . && docker run --rm --publish 127.0.0.1:8000:8000 --volume atlas:/data atlas-cls
FROM python:3.11-slim-bookworm

RUN apt-get update \
    && apt-get install --yes --no-install-recommends tesseract-ocr tesseract-ocr-fra \
    && rm -rf /var/lib/apt/lists/*

# Idle OpenMP threads of OCR and NLP eat the cores that other documents need.
ENV OMP_THREAD_LIMIT=1 OMP_NUM_THREADS=1 PIP_NO_CACHE_DIR=1 PYTHONUNBUFFERED=1 ATLAS_DATA_DIR=/data

WORKDIR /app
COPY requirements requirements
RUN pip install --require-hashes --no-deps --requirement requirements/spacy-model.txt
COPY . .
RUN pip install --editable '.[elasticsearch,opensearch,postgresql]'

RUN useradd --create-home atlas && mkdir /data && chown atlas /data
USER atlas
VOLUME /data
EXPOSE 8000
ENTRYPOINT ["python", "-m", "flows.cli"]
CMD ["serve", "--host", "0.0.0.0"]
