import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.opensearch.Version;
import org.opensearch.analysis.common.CommonAnalysisModulePlugin;
import org.opensearch.common.settings.Settings;
import org.opensearch.env.Environment;
import org.opensearch.http.HttpServerTransport;
import org.opensearch.node.InternalSettingsPreparer;
import org.opensearch.node.Node;
import org.opensearch.plugins.Plugin;
import org.opensearch.plugins.PluginInfo;
import org.opensearch.script.expression.ExpressionModulePlugin;
import org.opensearch.transport.Netty4ModulePlugin;

/**
 * A cluster of one node of OpenSearch, with three of the modules it is shipped with, until its
 * standard input ends. Says {@code listening on PORT} when it can be asked.
 *
 * <p>{@code java -cp 'target/lib/*' OpenSearchNode.java DIRECTORY}
 */
final class OpenSearchNode extends Node {

  private OpenSearchNode(Environment environment) {
    super(
        environment,
        List.of(
            module(Netty4ModulePlugin.class),
            module(CommonAnalysisModulePlugin.class),
            module(ExpressionModulePlugin.class)),
        true);
  }

  private static PluginInfo module(Class<? extends Plugin> plugin) {
    return new PluginInfo(
        plugin.getSimpleName(),
        "shipped with OpenSearch",
        Version.CURRENT.toString(),
        Version.CURRENT,
        "21",
        plugin.getName(),
        List.of(),
        false);
  }

  public static void main(String[] args) throws Exception {
    var settings =
        Settings.builder()
            .put("path.home", Path.of(args[0]).toAbsolutePath())
            .put("discovery.type", "single-node")
            .put("network.host", "127.0.0.1")
            .put("http.port", "0")
            .put("transport.port", "0")
            // The benchmark's directory may lie on a disk that is nearly full.
            .put("cluster.routing.allocation.disk.threshold_enabled", false)
            .build();
    var environment =
        InternalSettingsPreparer.prepareEnvironment(settings, Map.of(), null, () -> "peer");
    try (var node = new OpenSearchNode(environment)) {
      node.start();
      var http = node.injector().getInstance(HttpServerTransport.class);
      System.out.println("listening on " + http.boundAddress().publishAddress().getPort());
      untilInputEnds();
    }
  }

  private static void untilInputEnds() throws IOException {
    System.in.transferTo(java.io.OutputStream.nullOutputStream());
  }
}
