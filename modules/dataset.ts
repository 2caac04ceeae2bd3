/** Packs `data/` into the build: the dataset in its parts, the names index and the names filter as files, the version as a constant. */
import { addViteConfig, defineWxtModule } from 'wxt/modules';
import { packedFiles } from '../model/packed-dataset';
import { packFolder } from '../tools/dataset';

export default defineWxtModule({
  name: 'dataset',
  setup(wxt) {
    const { dataset, names, filter } = packFolder();
    wxt.hook('build:publicAssets', (_, files) => {
      files.push(
        ...packedFiles(dataset).map(({ path, contents }) => ({ relativeDest: path, contents })),
        { relativeDest: 'dataset/names.json', contents: JSON.stringify(names) },
        { relativeDest: 'dataset/filter.json', contents: JSON.stringify(filter) },
      );
    });
    addViteConfig(wxt, () => ({ define: { __DATASET_VERSION__: JSON.stringify(dataset.version) } }));
    wxt.logger.info(
      `Dataset ${dataset.version}: ${dataset.companies.length} companies, ${dataset.incidents.length} incidents`,
    );
  },
});
