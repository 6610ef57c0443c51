// Reads that many alerts from the beginning of a topic, committed ones only, and prints each with its key as a line of JSON.
// node read-alerts.mjs BROKER REGISTRY TOPIC COUNT
import { Kafka, logLevel } from 'kafkajs'
import { SchemaRegistry } from '@kafkajs/confluent-schema-registry'

const [broker, host, topic, count] = process.argv.slice(2)
const registry = new SchemaRegistry({ host })
const kafka = new Kafka({ clientId: 'desk', brokers: [broker], logLevel: logLevel.ERROR })
const consumer = kafka.consumer({ groupId: `desk-${topic}`, readUncommitted: false })

let left = Number(count)
await consumer.connect()
await consumer.subscribe({ topic, fromBeginning: true })
await new Promise((enough, failed) => {
  // What passes by itself, as a coordinator that still loads, it tries again itself.
  consumer.on(consumer.events.CRASH, ({ payload }) => { if (!payload.restart) failed(payload.error) })
  consumer.run({
    eachMessage: async ({ message }) => {
      if (left === 0) return
      const alert = await registry.decode(message.value)
      console.log(JSON.stringify({ key: message.key.toString(), alert }))
      left -= 1
      if (left === 0) enough()
    },
  }).catch(failed)
})
await consumer.disconnect()
