import { afterEach, describe, expect, it } from 'vitest'
import { page } from 'vitest/browser'
import { TICKETS } from '../../../fake-bindings.ts'
import { type Drawn, fakeHost } from '../../../fake-host.ts'
import type { Check } from '../../../checks/check.ts'
import { type FakeJudge, fakeJudge } from './fake-judge.ts'

const host = fakeHost(1200, 900)
let fake: Drawn
let judge: FakeJudge

const POLITE: Check = { type: 'rubric', rubric: 'Is it polite?' }

function draw(checks: readonly Check[], judging: Parameters<typeof fakeJudge>[0]) {
  judge = fakeJudge(judging)
  fake = host.draw({ ...TICKETS, checks }, { bindings: { service: judge.service } })
}
afterEach(host.clear)

const section = page.getByRole('region', { name: 'Checks' })
const held = () => fake.state.store.get(fake.state.checks.commonAtom)
const answer = (index: number, text: string) => fake.setCell(index, { state: 'done', text, cost: { totalUsd: 2, source: 'provider' } })
const chip = (index: number) =>
  page.getByTestId('output').nth(index).getByRole('list', { name: 'Checks of this answer' }).getByRole('listitem')
const judgeAll = (count: number) => section.getByRole('button', { name: new RegExp(`^Judge ${count} answers?, about \\$0\\.`) })
const byLength = (text: string) => ({ pass: text.length > 3, score: text.length / 10 })

describe('a rubric', () => {
  it('is written, given a judge and a score, and asks nobody meanwhile', async () => {
    draw([], byLength)
    answer(0, 'Thank you.')
    await section.getByRole('button', { name: 'Add a check' }).click()
    await page.getByRole('menuitem', { name: 'Judged by a model' }).click()
    await expect.element(chip(0)).toMatchTextContent('Undecided: a rubric')
    await section.getByRole('textbox', { name: 'Rubric' }).fill('Is it polite?')
    await section.getByRole('spinbutton', { name: 'Score at least' }).fill('0.8')
    await section.getByRole('button', { name: 'Judge: demo/writer' }).click()
    await page.getByRole('combobox', { name: 'Models' }).fill('echo')
    await page.getByRole('option', { name: /echo/ }).first().click()
    expect(held()).toEqual([{ type: 'rubric', rubric: 'Is it polite?', model: 'demo/echo', threshold: 0.8 }])
    await section.getByRole('button', { name: 'Use the default' }).click()
    expect(held()).toEqual([{ type: 'rubric', rubric: 'Is it polite?', threshold: 0.8 }])
    await expect.element(chip(0)).toMatchTextContent('Not judged: rubric “Is it polite?”')
    expect(judge.asked).toEqual([])
  })

  it('is judged when that is asked for, and its cost stands apart from the answer’s', async () => {
    draw([POLITE], byLength)
    answer(0, 'Thank you.')
    answer(1, 'No.')
    await judgeAll(2).click()
    await expect.element(chip(0)).toMatchTextContent('Passed: rubric “Is it polite?”')
    await expect.element(chip(1)).toMatchTextContent('Failed: rubric “Is it polite?”')
    await expect.element(chip(0).getByTitle(/Because\.\nJudged by demo\/writer for \$0\.0030\./)).toBeVisible()
    await expect.element(section.getByText('Judging these answers cost $0.0060, apart from what they cost themselves.')).toBeVisible()
    await expect.element(page.getByText('judged for $0.0060')).toBeVisible()
    await expect.element(page.getByText('50% of checks passed')).toBeVisible()
    await expect.element(page.getByText('$4.00', { exact: true }).first()).toBeVisible()
    await expect.element(section.getByText('No finished answer waits for a verdict.')).toBeVisible()
  })

  it('is one of several of an answer, which are judged together and apart', async () => {
    draw([POLITE, { type: 'rubric', rubric: 'Is it short?' }], byLength)
    answer(0, 'Thank you.')
    await judgeAll(1).click()
    await expect.element(section.getByText('Judging these answers cost $0.0060', { exact: false })).toBeVisible()
    expect(judge.asked.map(({ rubric }) => rubric)).toEqual(['Is it polite?', 'Is it short?'])
  })

  it('asks nobody again for another score, and finds the verdict again where the rubric comes back', async () => {
    draw([POLITE], () => ({ pass: true, score: 0.5 }))
    answer(0, 'Thank you.')
    await judgeAll(1).click()
    await expect.element(chip(0)).toMatchTextContent('Passed')
    await section.getByRole('button', { name: 'Check: rubric “Is it polite?”' }).click()
    await section.getByRole('spinbutton', { name: 'Score at least' }).fill('0.6')
    await expect.element(chip(0)).toMatchTextContent('Failed')
    await section.getByRole('spinbutton', { name: 'Score at least' }).fill('')
    await section.getByRole('textbox', { name: 'Rubric' }).fill('Is it short?')
    await expect.element(chip(0)).toMatchTextContent('Not judged')
    await section.getByRole('textbox', { name: 'Rubric' }).fill('Is it polite?')
    await expect.element(chip(0)).toMatchTextContent('Passed')
    expect(judge.asked).toHaveLength(1)
  })

  it('whose judge fails, or gives no verdict, has neither passed nor failed, and can be judged again', async () => {
    let isIll = true
    draw([POLITE], (text) => (isIll ? (text === 'a' ? null : 'I would rather not.') : { pass: true, score: 1 }))
    answer(0, 'a')
    answer(1, 'b')
    await judgeAll(2).click()
    await expect.element(chip(0)).toMatchTextContent('Judge failed: rubric')
    await expect.element(chip(1)).toMatchTextContent('No verdict: rubric')
    await expect.element(chip(0).getByTitle(/The judge did not answer: The judge is ill\./)).toBeVisible()
    await expect.element(page.getByText('of checks passed', { exact: false })).not.toBeInTheDocument()
    expect(fake.state.store.get(fake.state.checks.unmetAtom).size).toBe(0)
    isIll = false
    await judgeAll(2).click()
    await expect.element(chip(0)).toMatchTextContent('Passed')
    await expect.element(chip(1)).toMatchTextContent('Passed')
  })

  it('that is being judged says so, and can be stopped', async () => {
    let answerNow = () => {}
    const waited = new Promise<void>((resolve) => {
      answerNow = resolve
    })
    draw([POLITE], async () => {
      await waited
      return { pass: true, score: 1 }
    })
    answer(0, 'a')
    await judgeAll(1).click()
    await expect.element(chip(0)).toMatchTextContent('Being judged')
    await expect.element(section.getByText('Judging: 0 of 1')).toBeVisible()
    await section.getByRole('button', { name: 'Stop judging' }).click()
    answerNow()
    await expect.element(chip(0)).toMatchTextContent('Not judged')
    await expect.element(judgeAll(1)).toBeVisible()
  })

  it('is judged for one answer in its details, which tell its cost from the answer’s', async () => {
    draw([POLITE], byLength)
    answer(0, 'Thank you.')
    answer(1, 'Thank you too.')
    fake.state.store.set(fake.state.view.drawerAtom, { ...fake.outputAt(0), tab: 'checks' })
    await page.getByRole('button', { name: /^Judge this answer, about/ }).click()
    await expect.element(page.getByTestId('check-result')).toMatchTextContent('Score 1. Because.')
    await expect.element(page.getByTestId('check-result')).toMatchTextContent('Judged by demo/writer for $0.0030.')
    await expect.element(page.getByText('The answer cost $2.00; judging it cost $0.0030 more.')).toBeVisible()
    expect(judge.asked).toHaveLength(1)
  })
})
