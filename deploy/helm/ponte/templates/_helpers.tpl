{{- define "ponte.name" -}}
{{- if contains .Chart.Name .Release.Name -}}
{{ .Release.Name | trunc 50 | trimSuffix "-" }}
{{- else -}}
{{ printf "%s-%s" .Release.Name .Chart.Name | trunc 50 | trimSuffix "-" }}
{{- end -}}
{{- end -}}

{{- define "ponte.selector" -}}
app.kubernetes.io/name: {{ .Chart.Name }}
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end -}}

{{- define "ponte.labels" -}}
{{ include "ponte.selector" . }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version }}
{{- end -}}

{{/* "yes" where nothing durable lies with a replica, so that there may be several. */}}
{{- define "ponte.shared" -}}
{{- if and (eq .Values.store "redis") (eq .Values.archive "opensearch") (ne .Values.also "lucene") }}yes{{ end -}}
{{- end -}}

{{/* "yes" where messages lie in OpenSearch, or are moving there. */}}
{{- define "ponte.opensearch" -}}
{{- if or (eq .Values.archive "opensearch") (eq .Values.also "opensearch") }}yes{{ end -}}
{{- end -}}

{{- define "ponte.secret" -}}
{{ .Values.secrets.existingSecret | default (include "ponte.name" .) }}
{{- end -}}

{{- define "ponte.hasSecret" -}}
{{- if or .Values.secrets.existingSecret .Values.secrets.values }}yes{{ end -}}
{{- end -}}

{{/* How many connections to Slack replicas open at most, the one that comes while others are renewed included. */}}
{{- define "ponte.connections" -}}
{{- $replicas := 1 -}}
{{- if include "ponte.shared" . -}}
{{- $replicas = add1 (.Values.autoscaling.enabled | ternary .Values.autoscaling.maxReplicas .Values.replicas) -}}
{{- end -}}
{{- mul $replicas (int (get .Values.settings "ponte.slack.connections" | default 2)) -}}
{{- end -}}

{{/* What nobody wants, said before anything is installed. */}}
{{- define "ponte.check" -}}
{{- if not (include "ponte.shared" .) -}}
{{- if gt (int .Values.replicas) 1 -}}
{{- fail "replicas: several replicas need store: redis and archive: opensearch, without also: lucene; embedded storage belongs to one" -}}
{{- end -}}
{{- if .Values.autoscaling.enabled -}}
{{- fail "autoscaling: several replicas need store: redis and archive: opensearch, without also: lucene; embedded storage belongs to one" -}}
{{- end -}}
{{- end -}}
{{- if and (eq .Values.store "redis") (not .Values.redis.nodes) -}}
{{- fail "redis.nodes: store: redis needs the addresses of Redis" -}}
{{- end -}}
{{- if and (eq .Values.redis.topology "sentinel") (eq .Values.store "redis") (not .Values.redis.master) -}}
{{- fail "redis.master: with Sentinels, Ponte needs the name by which they know the master" -}}
{{- end -}}
{{- if and (include "ponte.opensearch" .) (not .Values.opensearch.nodes) -}}
{{- fail "opensearch.nodes: an archive on opensearch needs its addresses" -}}
{{- end -}}
{{- if and .Values.secrets.existingSecret .Values.secrets.values -}}
{{- fail "secrets: set existingSecret or values, not both" -}}
{{- end -}}
{{- if and (hasKey .Values.secrets.values "ponte.slack.app-token") (gt (int (include "ponte.connections" .)) 10) -}}
{{- fail (printf "ponte.slack.connections: all replicas, and one more while they are renewed, would open %s connections to Slack, which allows 10: set fewer of them, or fewer replicas" (include "ponte.connections" .)) -}}
{{- end -}}
{{- range $name := concat (keys .Values.settings) (keys .Values.secrets.values) -}}
{{- if regexMatch "^(ponte\\.(data|store|archive\\.(kind|also|nodes)|redis\\.(nodes|topology|master|tls))|server\\.(port|address)|management\\.server\\.(port|address)|spring\\.config\\..*)$" $name -}}
{{- fail (printf "settings: %s is what the chart itself sets" $name) -}}
{{- end -}}
{{- end -}}
{{- end -}}

{{/* A setting as it was written. To Helm every number is a fraction of 53 bits; what that would change is refused. */}}
{{- define "ponte.value" -}}
{{- $name := index . 0 -}}
{{- $value := index . 1 -}}
{{- if kindIs "float64" $value -}}
{{- if or (ne (floor $value) $value) (gt $value 9007199254740991.0) (lt $value -9007199254740991.0) -}}
{{- fail (printf "settings: %s: put this number in quotes; without them Helm may change it" $name) -}}
{{- end -}}
{{- int64 $value -}}
{{- else -}}
{{- $value -}}
{{- end -}}
{{- end -}}

{{/* application.yaml: each property by its whole name, so that a name with dots in it stays one. */}}
{{- define "ponte.settings" -}}
ponte.store: {{ .Values.store }}
ponte.archive.kind: {{ .Values.archive }}
{{- with .Values.also }}
ponte.archive.also: {{ . }}
{{- end }}
{{- if eq .Values.store "redis" }}
ponte.redis.topology: {{ .Values.redis.topology }}
ponte.redis.nodes: {{ join "," .Values.redis.nodes | quote }}
ponte.redis.tls: {{ .Values.redis.tls }}
{{- with .Values.redis.master }}
ponte.redis.master: {{ . | quote }}
{{- end }}
{{- end }}
{{- if include "ponte.opensearch" . }}
ponte.archive.nodes: {{ join "," .Values.opensearch.nodes | quote }}
{{- end }}
{{- range $name, $value := .Values.settings }}
{{- $parts := list }}
{{- range $part := kindIs "slice" $value | ternary $value (list $value) }}
{{- $parts = append $parts (include "ponte.value" (list $name $part)) }}
{{- end }}
{{ $name | quote }}: {{ join "," $parts | quote }}
{{- end }}
{{- end -}}
