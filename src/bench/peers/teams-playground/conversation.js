// What was said in the invented team before the session begins: days ago, channel, who, what. Without `ago` it answers the message before.
export const people = [
  { key: 'nora', name: 'Nora Bianchi' },
  { key: 'amara', name: 'Amara Okafor' },
  { key: 'luca', name: 'Luca Ferri' },
  { key: 'ines', name: 'Inês Duarte' },
  { key: 'tom', name: 'Tom Whelan' },
  { key: 'giulia', name: 'Giulia Conti' },
];

export const said = [
  { ago: 20, by: 'tom', text: 'The nightly Kafka consumer is two hours behind again. Does anybody know why?' },
  { by: 'amara', text: 'The consumer group rebalances whenever a pod restarts. Switch the Kafka consumers to static membership and set session.timeout.ms to 45 seconds.' },
  { by: 'tom', text: 'Thanks Amara, that fixed it: the lag is gone.' },
  { ago: 12, by: 'ines', text: 'How many partitions should the Kafka topic for invoices have?' },
  { by: 'amara', text: 'Twelve. Kafka keeps the order within a partition, so use the customer number as the key and the invoices of a customer stay in order.' },
  { ago: 9, by: 'luca', text: 'I wrote down how we replay a Kafka topic from an offset: kafka-consumer-groups with --reset-offsets, with the consumer stopped.' },
  { ago: 5, by: 'giulia', text: 'Per le note di credito chi ricorda come si numerano nella fatturazione elettronica?' },
  { by: 'luca', text: 'Nella fatturazione elettronica la nota di credito ha il tipo documento TD04 e una numerazione separata. Indica sempre la fattura collegata.' },
  { by: 'giulia', text: 'Perfetto, grazie Luca: lo SDI l\u2019ha accettata.' },
  { ago: 3, by: 'giulia', text: 'Scarti dello SDI sulla fatturazione elettronica: il codice destinatario mancava in 14 fatture.' },
  { by: 'luca', text: 'Senza codice destinatario la fatturazione elettronica usa sette zeri e la PEC del cliente. Le ho corrette e rimandate.' },
  { ago: 2, by: 'ines', text: 'Shall we release the invoice service on Thursday or wait for the load test?' },
  { by: 'tom', text: 'The load test ends on Wednesday, I would wait for it.' },
  { by: 'ines', text: 'Decided: we release on Thursday at 10:00, after the load test.' },
  { ago: 1, by: 'tom', text: 'Who takes the on-call shift on Saturday?' },
];
