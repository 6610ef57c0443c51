// Writes events as a program in another language would: Avro, with the schema registered by kafkajs' own registry client.
// node write-events.mjs BROKER REGISTRY TOPIC SCHEMA_FILE < events.jsonl
import { readFileSync } from 'node:fs'
import { Kafka, logLevel } from 'kafkajs'
import { SchemaRegistry, SchemaType } from '@kafkajs/confluent-schema-registry'

const [broker, host, topic, schemaFile] = process.argv.slice(2)
const events = readFileSync(0, 'utf8').split('\n').filter(line => line !== '').map(line => JSON.parse(line))

const registry = new SchemaRegistry({ host })
const { id } = await registry.register(
  { type: SchemaType.AVRO, schema: readFileSync(schemaFile, 'utf8') },
  { subject: `${topic}-value` })

const kafka = new Kafka({ clientId: 'bank', brokers: [broker], logLevel: logLevel.ERROR })
const producer = kafka.producer()
await producer.connect()
await producer.send({
  topic,
  messages: await Promise.all(events.map(async event => ({
    key: event.customer,
    value: await registry.encode(id, event),
  }))),
})
await producer.disconnect()
