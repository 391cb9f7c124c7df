# Daybreak in a container: Node.js 26 runs the TypeScript as it stands, so there is nothing to build.
FROM node:26-slim AS parts
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# The image has Node.js 26 itself; the packaged one (210 MB) is for machines that have not.
RUN npm ci --omit=dev --ignore-scripts --loglevel=error && rm -rf node_modules/node-linux-*

FROM node:26-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DAYBREAK_DATA=/data
WORKDIR /app
COPY --from=parts /app/node_modules ./node_modules
COPY . .
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/health/ready`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "src/cli.ts", "start"]
