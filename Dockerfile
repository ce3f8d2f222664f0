# Knowhow as an image: docker build -t knowhow . && docker run -p 7070:7070 -v knowhow-data:/data knowhow
# Nothing here is bound to a CPU: it builds for whatever the base runs on.

FROM debian:trixie-slim AS build
# The slim base has no folder for the manual page that the JDK's installation links.
RUN apt-get update \
 && mkdir -p /usr/share/man/man1 \
 && apt-get install -y --no-install-recommends ca-certificates openjdk-25-jdk-headless
WORKDIR /src
COPY pom.xml ./
COPY .mvn .mvn
COPY src/main src/main
COPY templates templates
COPY static static
RUN mvn=$(java .mvn/wrapper/FetchMaven.java .mvn/wrapper/maven-wrapper.properties) \
 && "$mvn" -B -ntp -q -Pfast -Dlaunch -Dlicense.skipAddThirdParty=false package license:add-third-party
# A Java of the parts that are needed. java.desktop: reading PDF and DOCX measures text with it.
RUN "$(dirname "$(dirname "$(readlink -f "$(command -v jlink)")")")/bin/jlink" --output /knowhow/jre \
      --add-modules java.base,java.desktop,java.instrument,java.logging,java.management,java.naming,java.net.http,java.sql,java.xml,jdk.charsets,jdk.crypto.ec,jdk.management,jdk.unsupported,jdk.zipfs \
      --strip-java-debug-attributes --no-header-files --no-man-pages --compress zip-6 --generate-cds-archive \
 && rm /knowhow/jre/lib/server/classes_nocoops.jsa \
 && find /knowhow/jre -name '*.debuginfo' -delete
COPY knowhow LICENSE /knowhow/
COPY verticals /knowhow/verticals
RUN mv target/knowhow.jar target/lib target/worker-lib target/THIRD-PARTY.txt /knowhow/
# SQLite comes with its library for every system; this one is Linux.
RUN mkdir /tmp/sqlite && cd /tmp/sqlite && jar=$(ls /knowhow/lib/sqlite-jdbc-*.jar) \
 && jar xf "$jar" \
 && find org/sqlite/native -mindepth 1 -maxdepth 1 ! -name Linux -exec rm -r {} + \
 && jar cfm "$jar" META-INF/MANIFEST.MF .

FROM debian:trixie-slim
RUN groupadd --system --gid 10001 knowhow \
 && useradd --system --uid 10001 --gid knowhow --home-dir /data --no-create-home knowhow \
 && mkdir /data \
 && chown knowhow:knowhow /data \
 && chmod 700 /data \
 && ln -s /opt/knowhow/knowhow /usr/local/bin/knowhow
COPY --from=build /knowhow /opt/knowhow
# Makes the AOT caches here, with the very files that they are for: their times and paths count.
RUN /opt/knowhow/knowhow prepare
ENV KNOWHOW_DATA=/data KNOWHOW_BIND=0.0.0.0
USER 10001:10001
VOLUME /data
EXPOSE 7070
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s --retries=3 \
  CMD ["/opt/knowhow/jre/bin/java", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx16m", "-cp", "/opt/knowhow/knowhow.jar", "dev.knowhow.app.HealthCheck"]
ENTRYPOINT ["/opt/knowhow/knowhow"]
CMD ["start"]
