package ponte.app.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonElement;
import io.kubernetes.client.openapi.models.V1ConfigMap;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1Ingress;
import io.kubernetes.client.openapi.models.V1NetworkPolicy;
import io.kubernetes.client.openapi.models.V1Pod;
import io.kubernetes.client.openapi.models.V1PodDisruptionBudget;
import io.kubernetes.client.openapi.models.V1Secret;
import io.kubernetes.client.openapi.models.V1Service;
import io.kubernetes.client.openapi.models.V1ServiceAccount;
import io.kubernetes.client.openapi.models.V1StatefulSet;
import io.kubernetes.client.openapi.models.V2HorizontalPodAutoscaler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The Helm chart: what it installs, and what it refuses to. */
class ChartTest {

  /** What the API of Kubernetes itself says of a kind: names that exist, those that must be set. */
  private interface Shape {
    void check(JsonElement manifest) throws IOException;
  }

  private static final Map<String, Shape> SHAPES =
      Map.of(
          "v1/ConfigMap", V1ConfigMap::validateJsonElement,
          "v1/Secret", V1Secret::validateJsonElement,
          "v1/Service", V1Service::validateJsonElement,
          "v1/ServiceAccount", V1ServiceAccount::validateJsonElement,
          "apps/v1/StatefulSet", V1StatefulSet::validateJsonElement,
          "apps/v1/Deployment", V1Deployment::validateJsonElement,
          "networking.k8s.io/v1/Ingress", V1Ingress::validateJsonElement,
          "networking.k8s.io/v1/NetworkPolicy", V1NetworkPolicy::validateJsonElement,
          "policy/v1/PodDisruptionBudget", V1PodDisruptionBudget::validateJsonElement,
          "autoscaling/v2/HorizontalPodAutoscaler", V2HorizontalPodAutoscaler::validateJsonElement);

  private static List<Map<?, ?>> alone = List.of();
  private static List<Map<?, ?>> shared = List.of();

  @BeforeAll
  static void render() {
    Chart.needsHelm();
    alone = Chart.rendered("{}");
    shared = Chart.rendered(Chart.SHARED);
  }

  @Test
  void isWhatHelmWantsAChartToBe() {
    Chart.lint();
  }

  @Test
  void makesOnlyWhatKubernetesKnows() {
    assertThat(Stream.of(alone, shared).flatMap(List::stream))
        .filteredOn(manifest -> !"ServiceMonitor".equals(manifest.get("kind")))
        .isNotEmpty()
        .allSatisfy(
            manifest -> {
              var kind = manifest.get("apiVersion") + "/" + manifest.get("kind");
              assertThat(SHAPES).containsKey(kind);
              Objects.requireNonNull(SHAPES.get(kind), kind).check(Chart.json(manifest));
            });
  }

  @Test
  void wouldBeFoundOutWhereItNamesWhatKubernetesDoesNotKnow() {
    var misspelt =
        Yaml.documents(
                """
                apiVersion: policy/v1
                kind: PodDisruptionBudget
                spec: {maxUnavailible: 1}
                """)
            .getFirst();

    assertThatThrownBy(() -> V1PodDisruptionBudget.validateJsonElement(Chart.json(misspelt)))
        .hasMessageContaining("maxUnavailible");
  }

  @Test
  void isOneReplicaOnAVolumeOfItsOwnUnlessToldOtherwise() {
    var set = Chart.one("StatefulSet", alone);

    assertThat(Yaml.at(set, "spec", "replicas")).isEqualTo(1);
    assertThat(Yaml.at(set, "spec", "volumeClaimTemplates", 0, "spec", "accessModes"))
        .isEqualTo(List.of("ReadWriteOnce"));
    assertThat(Chart.kinds(alone))
        .doesNotContain("Deployment", "HorizontalPodAutoscaler", "PodDisruptionBudget", "Ingress");
  }

  @Test
  void isManyReplicasWithoutAVolumeOnRedisAndOpenSearch() {
    assertThat(Chart.kinds(shared))
        .contains(
            "Deployment",
            "HorizontalPodAutoscaler",
            "PodDisruptionBudget",
            "Ingress",
            "NetworkPolicy",
            "ServiceMonitor",
            "Secret")
        .doesNotContain("StatefulSet");
    assertThat(Yaml.at(Chart.one("PodDisruptionBudget", shared), "spec", "maxUnavailable"))
        .isEqualTo(1);
    assertThat(Yaml.at(Chart.one("HorizontalPodAutoscaler", shared), "spec", "scaleTargetRef"))
        .isEqualTo(Map.of("apiVersion", "apps/v1", "kind", "Deployment", "name", "ponte"));
    assertThat(Yaml.find(Chart.one("Deployment", shared), "spec", "replicas"))
        .as("how many there are is the autoscaler's to say")
        .isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {replicas: 2}                                                                    | embedded storage belongs to one
          {replicas: 2, store: redis, redis: {nodes: ['r:6379']}}                          | embedded storage belongs to one
          {replicas: 2, archive: opensearch, opensearch: {nodes: ['http://o:9200']}}       | embedded storage belongs to one
          {replicas: 2, store: redis, redis: {nodes: ['r:6379']}, archive: opensearch, also: lucene, opensearch: {nodes: ['http://o:9200']}} | embedded storage belongs to one
          {also: opensearch}                                                               | opensearch.nodes
          {autoscaling: {enabled: true}}                                                   | embedded storage belongs to one
          {replicas: 0}                                                                    | replicas
          {store: redis}                                                                   | redis.nodes
          {archive: opensearch}                                                            | opensearch.nodes
          {store: redis, redis: {topology: sentinel, nodes: ['r:26379']}}                  | redis.master
          {store: mongodb}                                                                 | store
          {settings: {ponte.store: redis}}                                                 | ponte.store is what the chart itself sets
          {settings: {server.port: 9090}}                                                  | server.port is what the chart itself sets
          {secrets: {values: {ponte.data: /tmp}}}                                          | ponte.data is what the chart itself sets
          {settings: {ponte.console.slack.client-id: 1234567890.1234567890123}}            | ponte.console.slack.client-id: put this number in quotes
          {settings: {ponte.channels.deny: [a, 12345678901234567890]}}                     | ponte.channels.deny: put this number in quotes
          {secrets: {existingSecret: mine, values: {ponte.slack.bot-token: x}}}            | not both
          {replica: 2}                                                                     | replica
          """)
  void refuses(String values, String why) {
    assertThatThrownBy(() -> Chart.rendered(values)).hasMessageContaining(why);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {replicas: 4}                                        | 2 | true
          {replicas: 5}                                        | 2 | false
          {replicas: 9}                                        | 1 | true
          {replicas: 1, autoscaling: {enabled: true}}          | 2 | false
          {autoscaling: {enabled: true}}                       | 1 | true
          """)
  void opensNoMoreConnectionsThanSlackAllows(String replicas, int each, boolean fit) {
    var values =
        """
        {store: redis, redis: {nodes: ['r:6379']}, archive: opensearch, opensearch: {nodes: ['http://o:9200']},
         secrets: {values: {ponte.slack.app-token: xapp-1}}, settings: {ponte.slack.connections: %d},
         %s}
        """
            .formatted(each, replicas.substring(1, replicas.length() - 1));

    if (fit) {
      assertThat(Chart.kinds(Chart.rendered(values))).contains("Deployment");
    } else {
      assertThatThrownBy(() -> Chart.rendered(values))
          .hasMessageContaining("ponte.slack.connections");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"StatefulSet", "Deployment"})
  void givesAPodNoRightsAndNothingToWriteButItsVolumes(String kind) {
    var pod = pod(kind);
    var ponte = Yaml.at(pod, "containers", 0);

    assertThat(Yaml.at(pod, "securityContext", "runAsNonRoot")).isEqualTo(true);
    assertThat(Yaml.at(pod, "automountServiceAccountToken")).isEqualTo(false);
    assertThat(Yaml.at(pod, "enableServiceLinks")).isEqualTo(false);
    assertThat(Yaml.at(ponte, "securityContext"))
        .isEqualTo(
            Map.of(
                "allowPrivilegeEscalation",
                false,
                "readOnlyRootFilesystem",
                true,
                "capabilities",
                Map.of("drop", List.of("ALL"))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"StatefulSet", "Deployment"})
  void asksLivenessAndReadinessWhereTheImageAnswers(String kind) throws IOException {
    var ponte = Yaml.at(pod(kind), "containers", 0);

    assertThat(Yaml.at(ponte, "livenessProbe", "httpGet", "path"))
        .isEqualTo("/actuator/health/liveness");
    assertThat(Yaml.at(ponte, "readinessProbe", "httpGet", "path"))
        .isEqualTo("/actuator/health/readiness");
    assertThat(Yaml.at(ponte, "startupProbe", "httpGet", "port")).isEqualTo("management");
    assertThat(Yaml.at(ponte, "ports"))
        .isEqualTo(
            List.of(
                Map.of("name", "http", "containerPort", 8080),
                Map.of("name", "management", "containerPort", 8081)));
    assertThat(Dockerfile.read().environment())
        .containsEntry("MANAGEMENT_SERVER_PORT", "8081")
        .containsEntry("PONTE_DATA", mountOf(ponte, "data"))
        .containsEntry("SPRING_CONFIG_IMPORT", "optional:configtree:" + "/run/secrets/ponte" + "/");
    assertThat(mountOf(ponte, "settings")).isEqualTo(Dockerfile.read().directory() + "/config");
  }

  @Test
  void givesAStartTheTimeThatItIsTold() {
    var told = Chart.one("StatefulSet", Chart.rendered("{startupSeconds: 3600}"));
    var probe = Yaml.at(told, "spec", "template", "spec", "containers", 0, "startupProbe");

    assertThat(Yaml.at(probe, "periodSeconds")).isEqualTo(1);
    assertThat(Yaml.at(probe, "failureThreshold")).isEqualTo(3600);
  }

  @Test
  void mountsSecretsAsFilesThatAreNamedAsTheirProperties() {
    var secret = Chart.one("Secret", shared);

    assertThat(mountOf(Yaml.at(pod("Deployment"), "containers", 0), "secrets"))
        .isEqualTo("/run/secrets/ponte");
    assertThat(
            Base64.getDecoder()
                .decode(Yaml.at(secret, "data", "ponte.slack.signing-secret").toString()))
        .asString()
        .isEqualTo("shh: 'quoted'");
    assertThat(Chart.one("ConfigMap", shared).toString()).doesNotContain("xoxb-1");
    assertThat(pod("Deployment").toString()).doesNotContain("xoxb-1");
  }

  @Test
  void takesSecretsThatAreThereAlready() {
    var manifests = Chart.rendered("{secrets: {existingSecret: kept-elsewhere}}");

    assertThat(Chart.kinds(manifests)).doesNotContain("Secret");
    assertThat(Chart.one("StatefulSet", manifests).toString())
        .contains("secretName=kept-elsewhere");
  }

  @Test
  void keepsItsVolumeWhileMessagesMoveToOpenSearch() {
    var moving =
        Chart.rendered(
            """
            store: redis
            redis: {nodes: ["redis:6379"]}
            archive: opensearch
            also: lucene
            opensearch: {nodes: ["http://search:9200"]}
            """);

    assertThat(Chart.kinds(moving)).contains("StatefulSet").doesNotContain("Deployment");
    assertThat(Chart.settings(moving).get("ponte.archive.also")).isEqualTo("lucene");
    assertThat(Chart.one("NetworkPolicy", moving).toString()).contains("port=9200");
  }

  @Test
  void passesSettingsOnAsTheyAre() {
    assertThat(Chart.settings(shared).get("ponte.experts.people")).hasToString("4");
    assertThat(Chart.settings(shared).get("ponte.channels.deny")).isEqualTo("secret-a,secret-b");
    assertThat(Chart.settings(shared).get("ponte.redis.nodes"))
        .isEqualTo("redis-0:26379,redis-1:26379");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2000000                      | 2000000
          0                            | 0
          true                         | true
          '"1234567890.1234567890123"' | 1234567890.1234567890123
          '"0.50"'                     | 0.50
          [1000000, b, 3]              | 1000000,b,3
          """)
  void changesNoNumber(String written, String passedOn) {
    var settings =
        Chart.settings(Chart.rendered("{settings: {ponte.some.thing: " + written + "}}"));

    assertThat(settings.get("ponte.some.thing")).isEqualTo(passedOn);
  }

  @Test
  void asksForTheImageThatItsGuideHasPushed() throws IOException {
    var guide = Files.readString(Path.of("docs", "deploy.md"));
    var pushed = after("docker push ", guide);
    var manifests =
        Chart.rendered("{image: {repository: " + after("image.repository=", guide) + "}}");

    assertThat(guide).contains("docker build -f deploy/Dockerfile -t " + pushed + " .");
    assertThat(
            Yaml.at(
                Chart.one("StatefulSet", manifests),
                "spec",
                "template",
                "spec",
                "containers",
                0,
                "image"))
        .isEqualTo(pushed);
  }

  @Test
  void makesTheVolumeAndTheSettingsThatThePodOfItsGuideMounts() throws IOException {
    var guide = Files.readString(Path.of("docs", "deploy.md"));
    var from = guide.indexOf("apiVersion: v1\nkind: Pod\n");
    var pod = Yaml.documents(guide.substring(from, guide.indexOf("```", from))).getFirst();
    V1Pod.validateJsonElement(Chart.json(pod));
    var mounted = Yaml.at(pod, "spec", "containers", 0);
    var ponte = Yaml.at(pod("StatefulSet"), "containers", 0);
    var set = Chart.one("StatefulSet", alone);

    assertThat(Yaml.at(pod, "spec", "volumes", 0, "persistentVolumeClaim", "claimName"))
        .isEqualTo(
            "%s-%s-0"
                .formatted(
                    Yaml.at(set, "spec", "volumeClaimTemplates", 0, "metadata", "name"),
                    Yaml.at(set, "metadata", "name")));
    assertThat(Yaml.at(pod, "spec", "volumes", 1, "configMap", "name"))
        .isEqualTo(Yaml.at(Chart.one("ConfigMap", alone), "metadata", "name"));
    assertThat(mountOf(mounted, "data")).isEqualTo(mountOf(ponte, "data"));
    assertThat(mountOf(mounted, "settings")).isEqualTo(mountOf(ponte, "settings"));
    assertThat(mountOf(mounted, "secrets"))
        .isEqualTo(mountOf(Yaml.at(pod("Deployment"), "containers", 0), "secrets"));
    assertThat(Yaml.at(pod, "spec", "securityContext", "runAsUser"))
        .isEqualTo(Yaml.at(pod("StatefulSet"), "securityContext", "runAsUser"));
  }

  @Test
  void startsAnewWhenASettingChanges() {
    var changed = Chart.rendered("{settings: {ponte.experts.people: 5}}");

    assertThat(checksum(changed)).isNotEqualTo(checksum(alone));
  }

  @Test
  void letsOutOnlyToNamesHttpsAndItsStores() {
    var policy = Chart.one("NetworkPolicy", shared);

    assertThat(Yaml.at(policy, "spec", "policyTypes")).isEqualTo(List.of("Ingress", "Egress"));
    assertThat(waysOut(shared)).containsExactlyInAnyOrder(53, 443, 26379, 6379, 9200);
    assertThat(Yaml.at(policy, "spec", "egress", 1, "to", 0, "ipBlock", "except"))
        .isEqualTo(List.of("169.254.0.0/16"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {topology: single, nodes: ['r:6380']}                                         | 6380
          {topology: sentinel, master: ponte, nodes: ['r:26379'], ports: [6379, 6390]}  | 26379 6379 6390
          {topology: cluster, nodes: ['r:7000'], ports: [7001, 7000]}                   | 7000 7001
          """)
  void letsOutToTheServersThatSentinelsOrAClusterName(String redis, String ports) {
    assertThat(waysOut(Chart.rendered("{store: redis, redis: " + redis + "}")))
        .map(Object::toString)
        .filteredOn(port -> !List.of("53", "443").contains(port))
        .containsExactlyInAnyOrder(ports.split(" "));
  }

  @Test
  void isWatchedThroughAServiceThatNoIngressLeadsTo() {
    var monitor = Chart.one("ServiceMonitor", shared);
    var watched =
        shared.stream()
            .filter(manifest -> "Service".equals(manifest.get("kind")))
            .filter(
                service ->
                    labels(Yaml.at(service, "metadata", "labels"))
                        .containsAll(labels(Yaml.at(monitor, "spec", "selector", "matchLabels"))))
            .toList();

    assertThat(watched).hasSize(1);
    assertThat(Yaml.at(watched.getFirst(), "spec", "ports", 0, "name"))
        .isEqualTo(Yaml.at(monitor, "spec", "endpoints", 0, "port"));
    assertThat(Yaml.at(monitor, "spec", "endpoints", 0, "path")).isEqualTo("/actuator/prometheus");
    assertThat(Chart.one("Ingress", shared).toString())
        .contains("name=ponte,")
        .doesNotContain(Yaml.at(watched.getFirst(), "metadata", "name").toString());
  }

  @Test
  void bringsAlertsAndDashboardsOnlyWhereTheyAreWanted() {
    assertThat(Chart.kinds(shared)).doesNotContain("PrometheusRule");
    assertThat(Chart.kinds(alone)).containsOnlyOnce("ConfigMap").doesNotContain("PrometheusRule");
  }

  @Test
  void bringsTheAlertsOfTheOneFileThatHasThem() throws IOException {
    var rule =
        Chart.one(
            "PrometheusRule",
            Chart.rendered("{prometheusRule: {enabled: true, labels: {release: prometheus}}}"));

    assertThat(rule.get("apiVersion")).isEqualTo("monitoring.coreos.com/v1");
    assertThat(labels(Yaml.at(rule, "metadata", "labels"))).contains("release=prometheus");
    assertThat(Yaml.at(rule, "spec")).isEqualTo(Yaml.file("prometheus/ponte.rules.yaml"));
    // What the operator's definition of a rule knows, and asks for.
    for (var group : (List<?>) Yaml.at(rule, "spec", "groups")) {
      assertThat(((Map<?, ?>) group).keySet().toString()).isEqualTo("[name, rules]");
      assertThat((List<?>) Yaml.at(group, "rules"))
          .allSatisfy(
              each ->
                  assertThat(((Map<?, ?>) each).keySet().stream().map(Object::toString))
                      .contains("expr")
                      .containsAnyOf("alert", "record")
                      .isSubsetOf("alert", "record", "expr", "for", "labels", "annotations"));
    }
  }

  @Test
  void bringsTheDashboardOfTheOneFileThatHasIt() throws IOException {
    var manifests =
        Chart.rendered("{dashboard: {enabled: true, annotations: {grafana_folder: Ponte}}}");
    var dashboard =
        manifests.stream()
            .filter(each -> "ponte-dashboard".equals(Yaml.at(each, "metadata", "name")))
            .findFirst()
            .orElseThrow();

    V1ConfigMap.validateJsonElement(Chart.json(dashboard));
    assertThat(dashboard.get("kind")).isEqualTo("ConfigMap");
    assertThat(labels(Yaml.at(dashboard, "metadata", "labels"))).contains("grafana_dashboard=1");
    assertThat(labels(Yaml.at(dashboard, "metadata", "annotations")))
        .contains("grafana_folder=Ponte");
    assertThat(Yaml.at(dashboard, "data", "ponte.json").toString().strip())
        .isEqualTo(Files.readString(Yaml.DEPLOY.resolve("grafana/ponte.json")).strip());
  }

  private static List<Object> waysOut(List<Map<?, ?>> manifests) {
    var ways = (List<?>) Yaml.at(Chart.one("NetworkPolicy", manifests), "spec", "egress");
    return ways.stream().<Object>map(way -> Yaml.at((Object) way, "ports", 0, "port")).toList();
  }

  private static List<String> labels(Object labels) {
    return ((Map<?, ?>) labels).entrySet().stream().map(Object::toString).toList();
  }

  /** The word that stands there after another one. */
  private static String after(String words, String text) {
    var word = Pattern.compile(Pattern.quote(words) + "(\\S+)").matcher(text);
    assertThat(word.find()).as(words).isTrue();
    return word.group(1);
  }

  private static Object checksum(List<Map<?, ?>> manifests) {
    return Yaml.at(
        Chart.one("StatefulSet", manifests),
        "spec",
        "template",
        "metadata",
        "annotations",
        "checksum/settings");
  }

  private static Object pod(String kind) {
    return Yaml.at(
        Chart.one(kind, kind.equals("Deployment") ? shared : alone), "spec", "template", "spec");
  }

  private static String mountOf(Object container, String volume) {
    return ((List<?>) Yaml.at(container, "volumeMounts"))
        .stream()
            .map(mount -> (Map<?, ?>) mount)
            .filter(mount -> volume.equals(mount.get("name")))
            .map(mount -> String.valueOf(mount.get("mountPath")))
            .findFirst()
            .orElseThrow();
  }
}
