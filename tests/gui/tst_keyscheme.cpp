#include "ui/keyscheme.h"

#include <QGuiApplication>
#include <QTest>

using namespace Qt::StringLiterals;

namespace
{
QList<QKeySequence> keys(const QStringList &texts)
{
    return keysFromTexts(texts);
}
}

class TestKeyScheme final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void beginningOfASequence_isAClash()
    {
        QVERIFY(isClash(QKeySequence(u"G"_s), QKeySequence(u"G, G"_s)));
        QVERIFY(isClash(QKeySequence(u"G, G"_s), QKeySequence(u"G"_s)));
        QVERIFY(isClash(QKeySequence(u"J"_s), QKeySequence(u"J"_s)));
        QVERIFY(!isClash(QKeySequence(u"G, G"_s), QKeySequence(u"G, D"_s)));
        QVERIFY(!isClash(QKeySequence(u"G"_s), QKeySequence(u"Shift+G"_s)));
    }

    void waysOut_haveAFixedMeaning()
    {
        for (const QString &key : {u"Esc"_s, u"Tab"_s, u"Shift+Tab"_s, u"Return"_s, u"Enter"_s, u"G, Esc"_s})
            QVERIFY2(hasFixedMeaning(QKeySequence(key)), qPrintable(key));
        for (const QString &key : {u"V"_s, u"Ctrl+Return"_s, u"Space"_s})
            QVERIFY2(!hasFixedMeaning(QKeySequence(key)), qPrintable(key));
    }

    void strongerLayer_takesKeysFromWeaker()
    {
        const CommandKeys own{{u"star"_s, keys({u"J"_s})}, {u"print"_s, {}}};
        const CommandKeys usual{{u"next"_s, keys({u"J"_s, u"Down"_s})},
                                {u"star"_s, keys({u"S"_s})},
                                {u"print"_s, keys({u"Ctrl+P"_s})},
                                {u"first"_s, keys({u"J, G"_s})}};
        const CommandKeys resolved = resolvedKeys({own, usual});
        QCOMPARE(resolved.value(u"star"_s), keys({u"J"_s}));
        QCOMPARE(resolved.value(u"next"_s), keys({u"Down"_s}));
        QVERIFY(resolved.contains(u"print"_s) && resolved.value(u"print"_s).isEmpty());
        QVERIFY(resolved.value(u"first"_s).isEmpty());
    }

    void viewersKeys_clashAmongThemselves()
    {
        const CommandKeys own{{u"viewerNext"_s, keys({u"J"_s})}};
        const CommandKeys usual{{u"actionNext"_s, keys({u"J"_s})},
                                {u"viewerPrevious"_s, keys({u"J"_s, u"K"_s})}};
        const CommandKeys resolved = resolvedKeys({own, usual});
        QCOMPARE(resolved.value(u"actionNext"_s), keys({u"J"_s}));
        QCOMPARE(resolved.value(u"viewerPrevious"_s), keys({u"K"_s}));
    }

    void file_isReadAsItWasWritten()
    {
        const KeyFile file{u"vim"_s, {{u"actionStar"_s, keys({u"S"_s, u"G, S"_s})}, {u"actionPrint"_s, {}}}};
        QString error;
        const std::optional<KeyFile> read = keyFileFromJson(toJson(file), &error);
        QVERIFY2(read, qPrintable(error));
        QCOMPARE(read->preset, file.preset);
        QCOMPARE(read->keys, file.keys);
    }

    void otherFiles_areRefused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("no JSON") << QByteArray("[keys]\nstar=S\n");
        QTest::newRow("other JSON") << QByteArray("{\"keys\": {}}");
        QTest::newRow("later version") << QByteArray("{\"lectern-keys\": 2, \"keys\": {}}");
        QTest::newRow("keys of the wrong kind") << QByteArray("{\"lectern-keys\": 1, \"keys\": []}");
    }

    void otherFiles_areRefused()
    {
        QFETCH(const QByteArray, bytes);
        QString error;
        QVERIFY(!keyFileFromJson(bytes, &error));
        QVERIFY(!error.isEmpty());
    }

    void unreadableKeys_areLeftOut()
    {
        QString error;
        const std::optional<KeyFile> read = keyFileFromJson(
            R"({"lectern-keys": 1, "keys": {"actionStar": ["S", "", 7, "No+Such+Key"], "actionPrint": 3}})",
            &error);
        QVERIFY(read);
        QCOMPARE(read->keys.value(u"actionStar"_s), keys({u"S"_s}));
        QVERIFY(read->keys.value(u"actionPrint"_s).isEmpty());
    }

    void presets_areThere()
    {
        for (const QString &preset : keyPresets())
            QCOMPARE(presetKeys(preset).isEmpty(), preset.isEmpty());
        QVERIFY(presetKeys(u"../vim"_s).isEmpty());
    }

    void shownKeys_areReadable()
    {
        QCOMPARE(shownKeys(keys({u"G, G"_s, u"Ctrl+,"_s})), u"G G, Ctrl+,"_s);
        QCOMPARE(shownKeys({}), QString());
    }
};

QTEST_MAIN(TestKeyScheme)
#include "tst_keyscheme.moc"
