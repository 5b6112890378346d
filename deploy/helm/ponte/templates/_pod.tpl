{{- define "ponte.pod" -}}
metadata:
  labels:
    {{- include "ponte.selector" . | nindent 4 }}
    {{- with .Values.podLabels }}
    {{- toYaml . | nindent 4 }}
    {{- end }}
  annotations:
    # Ponte reads its settings at its start: other ones start it anew.
    checksum/settings: {{ include "ponte.settings" . | sha256sum }}
    checksum/secrets: {{ toJson .Values.secrets.values | sha256sum }}
    {{- with .Values.podAnnotations }}
    {{- toYaml . | nindent 4 }}
    {{- end }}
spec:
  serviceAccountName: {{ include "ponte.name" . }}
  automountServiceAccountToken: false
  # A service called ponte would otherwise put PONTE_… into the environment, where settings are looked for.
  enableServiceLinks: false
  terminationGracePeriodSeconds: 60
  {{- with .Values.imagePullSecrets }}
  imagePullSecrets:
    {{- toYaml . | nindent 4 }}
  {{- end }}
  {{- with .Values.priorityClassName }}
  priorityClassName: {{ . }}
  {{- end }}
  securityContext:
    runAsNonRoot: true
    runAsUser: 10001
    runAsGroup: 10001
    fsGroup: 10001
    fsGroupChangePolicy: OnRootMismatch
    seccompProfile:
      type: RuntimeDefault
  containers:
    - name: ponte
      image: "{{ .Values.image.repository }}:{{ .Values.image.tag | default .Chart.AppVersion }}"
      imagePullPolicy: {{ .Values.image.pullPolicy }}
      securityContext:
        allowPrivilegeEscalation: false
        readOnlyRootFilesystem: true
        capabilities:
          drop: [ALL]
      {{- with .Values.javaOptions }}
      env:
        - name: JAVA_TOOL_OPTIONS
          value: {{ . | quote }}
      {{- end }}
      ports:
        - name: http
          containerPort: 8080
        - name: management
          containerPort: 8081
      # Until it is up, nobody takes its slowness for its death.
      startupProbe:
        httpGet:
          path: /actuator/health/liveness
          port: management
        periodSeconds: 1
        failureThreshold: {{ .Values.startupSeconds }}
      livenessProbe:
        httpGet:
          path: /actuator/health/liveness
          port: management
        periodSeconds: 10
        timeoutSeconds: 5
        failureThreshold: 6
      readinessProbe:
        httpGet:
          path: /actuator/health/readiness
          port: management
        periodSeconds: 5
        timeoutSeconds: 5
        failureThreshold: 2
      lifecycle:
        preStop:
          # So long balancers may still send requests here after a pod was told to end.
          sleep:
            seconds: 5
      resources:
        {{- toYaml .Values.resources | nindent 8 }}
      volumeMounts:
        - name: data
          mountPath: /var/lib/ponte
        - name: settings
          mountPath: /opt/ponte/config
          readOnly: true
        - name: tmp
          mountPath: /tmp
        {{- if include "ponte.hasSecret" . }}
        - name: secrets
          mountPath: /run/secrets/ponte
          readOnly: true
        {{- end }}
  volumes:
    - name: settings
      configMap:
        name: {{ include "ponte.name" . }}
    - name: tmp
      emptyDir:
        sizeLimit: 256Mi
    {{- if include "ponte.shared" . }}
    - name: data
      emptyDir: {}
    {{- end }}
    {{- if include "ponte.hasSecret" . }}
    - name: secrets
      secret:
        secretName: {{ include "ponte.secret" . }}
        defaultMode: 0440
    {{- end }}
  {{- with .Values.nodeSelector }}
  nodeSelector:
    {{- toYaml . | nindent 4 }}
  {{- end }}
  {{- with .Values.tolerations }}
  tolerations:
    {{- toYaml . | nindent 4 }}
  {{- end }}
  {{- with .Values.affinity }}
  affinity:
    {{- toYaml . | nindent 4 }}
  {{- end }}
  {{- if include "ponte.shared" . }}
  topologySpreadConstraints:
    - maxSkew: 1
      topologyKey: kubernetes.io/hostname
      whenUnsatisfiable: ScheduleAnyway
      labelSelector:
        matchLabels:
          {{- include "ponte.selector" . | nindent 10 }}
  {{- end }}
{{- end -}}
