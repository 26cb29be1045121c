# The server and the tab's pages. Built in three stages, so that no compiler, test or source map of a build tool is in what runs.
#   docker build -t chaperone .        or, without Docker on the machine: az acr build --registry <name> --image chaperone:1 .
ARG NODE=24.21.0-slim

FROM node:${NODE} AS pages
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY . .
RUN npx vite build tab --logLevel warn && node infra/dependencies/sbom.ts

FROM node:${NODE} AS packages
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund
# Six tenths of it the pages are built of, and the server never opens.
COPY bot ./bot
COPY infra/dependencies ./infra/dependencies
RUN npm rm --no-save --omit=dev --ignore-scripts --no-audit --no-fund $(node infra/dependencies/only-the-tab.ts)

FROM node:${NODE}
ENV NODE_ENV=production
WORKDIR /app
COPY --from=packages /app/node_modules ./node_modules
COPY --from=pages /app/dist/tab ./dist/tab
COPY --from=pages /app/dist/sbom.json ./dist/sbom.json
COPY package.json ./
COPY bot ./bot
# It writes nothing, so the file system may be mounted read-only; what it keeps is in SharePoint and in blobs.
USER node
EXPOSE 8080
ENV LISTEN_HOST=0.0.0.0 PORT=8080
HEALTHCHECK --interval=30s --timeout=10s --start-period=30s \
  CMD ["node", "--eval", "fetch('http://127.0.0.1:' + process.env.PORT + '/healthz').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
# Not through npm, which would keep the signal to end from it.
CMD ["node", "--max-old-space-size=256", "bot/main.ts"]
